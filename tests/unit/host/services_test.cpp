// SPDX-License-Identifier: Apache-2.0
// What the host does for plugins, first as itself, then as a plugin's function meets it.
#include "engine/host/services.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include "engine/host/abi.hpp"
#include "tests/unit/host/in_process.hpp"

namespace colonnade::tests {
namespace {

using namespace std::chrono_literals;
using engine::abi_text;
using engine::HostSettings;
using engine::ServedCall;
using engine::Services;

template <class Service>
const Service* service(const Services& services, std::string_view id) {
    const auto& host = services.host();
    return static_cast<const Service*>(host.get(&host, abi_text(id)));
}

void* allocate(const Services& services, std::uint64_t bytes, std::uint64_t alignment = 8) {
    return service<colonnade_host_arena>(services, COLONNADE_ARENA_ID)
        ->allocate(&services.host(), bytes, alignment);
}

bool should_stop(const Services& services) {
    return service<colonnade_host_deadline>(services, COLONNADE_DEADLINE_ID)
               ->should_stop(&services.host()) != 0;
}

void log(const Services& services, std::string_view message, std::int32_t level) {
    service<colonnade_host_log>(services, COLONNADE_LOG_ID)
        ->write(&services.host(), level, abi_text(message));
}

// One function of the plugin `uses-host`.
Called ask(const HostSettings& settings, const std::string& function, const std::string& text) {
    return call_with_texts(start_plugin("uses-host", settings), function, {text});
}

using Values = std::vector<MaybeNumber>;

}  // namespace

TEST_CASE("a service is had by its whole id", "[host][services]") {
    const Services services("echo", {"0.1.0"});
    const auto& host = services.host();
    CHECK(host.size == sizeof host);
    CHECK(std::string(host.version.data, host.version.size) == "0.1.0");
    for (const auto* id :
         {COLONNADE_LOG_ID, COLONNADE_DEADLINE_ID, COLONNADE_ARENA_ID, COLONNADE_REGEX_ID})
        CHECK(host.get(&host, abi_text(id)) != nullptr);
    for (const auto* id :
         {"", "colonnade.host.log", "colonnade.host.log/2", "colonnade.host.log/1 "})
        CHECK(host.get(&host, abi_text(id)) == nullptr);
    CHECK(host.get(&host, {nullptr, 5}) == nullptr);
}

TEST_CASE("a plugin's words are made safe and cut between characters", "[host][services]") {
    Log kept;
    const Services services("echo", kept.settings());
    log(services, "two\nlines \x1b[31m", COLONNADE_LOG_WARNING);
    log(services, std::string(1024, 'x'), COLONNADE_LOG_INFO);
    log(services, std::string(1023, 'x') + "ä", COLONNADE_LOG_INFO);
    log(services, "odd", 4711);
    service<colonnade_host_log>(services, COLONNADE_LOG_ID)->write(&services.host(), 0, {});
    REQUIRE(kept.entries.size() == 4);
    CHECK(kept.entries[0].plugin == "echo");
    CHECK(kept.entries[0].is_warning);
    CHECK(kept.entries[0].message == "two<U+000A>lines <U+001B>[31m");
    CHECK(kept.entries[1].message == std::string(1024, 'x'));
    CHECK(kept.entries[2].message == std::string(1023, 'x'));
    CHECK_FALSE(kept.entries[3].is_warning);
}

TEST_CASE("a plugin may say 100 things, and it is said that there were more", "[host][services]") {
    Log kept;
    const Services services("echo", kept.settings());
    for (int i = 0; i < 100; ++i)
        log(services, "again", 0);
    CHECK(kept.entries.size() == 100);
    CHECK(kept.entries.back().message == "again");
    for (int i = 0; i < 100; ++i)
        log(services, "again", 0);
    CHECK(kept.entries.size() == 101);
    CHECK(kept.entries.back().message == "it says more, which is left out");
}

TEST_CASE("words without a listener are lost", "[host][services]") {
    const Services services("echo", {"0.1.0"});
    log(services, "is anybody there", 0);
}

TEST_CASE("a call is asked to stop when its time is over", "[host][services]") {
    const Services patient("echo", {"0.1.0"});
    const Services strict("echo", {"0.1.0", {}, 0ms});
    const Services slow("echo", {"0.1.0", {}, 1h});
    CHECK_FALSE(should_stop(strict));
    {
        const ServedCall call(strict);
        CHECK(should_stop(strict));
        std::thread([&] { CHECK_FALSE(should_stop(strict)); }).join();
        {
            const ServedCall inner(slow);
            CHECK_FALSE(should_stop(slow));
        }
        CHECK(should_stop(strict));
    }
    CHECK_FALSE(should_stop(strict));
    const ServedCall call(patient);
    CHECK_FALSE(should_stop(patient));
}

TEST_CASE("memory is had within a call, at the multiple asked for", "[host][services]") {
    const Services services("echo", {"0.1.0"});
    CHECK(allocate(services, 8) == nullptr);
    const ServedCall call(services);
    for (std::uint64_t alignment = 1; alignment <= 4096; alignment *= 2) {
        for (const std::uint64_t bytes : {0UL, 1UL, 64UL, 100'000UL}) {
            auto* piece = allocate(services, bytes, alignment);
            REQUIRE(piece != nullptr);
            CHECK(reinterpret_cast<std::uintptr_t>(piece) % alignment == 0);
            std::memset(piece, 1, bytes);
        }
    }
    for (const std::uint64_t alignment : {0UL, 3UL, 8192UL, ~0UL})
        CHECK(allocate(services, 8, alignment) == nullptr);
    CHECK(allocate(services, ~std::uint64_t{0}) == nullptr);
}

TEST_CASE("a call has 256 MiB of memory, not more", "[host][services]") {
    constexpr std::uint64_t Most = 256UL * 1024 * 1024;
    const Services services("echo", {"0.1.0"});
    {
        const ServedCall call(services);
        CHECK(allocate(services, Most + 1, 1) == nullptr);
        CHECK(allocate(services, Most, 1) != nullptr);
        CHECK(allocate(services, 1, 1) == nullptr);
    }
    const ServedCall next(services);
    CHECK(allocate(services, Most / 2) != nullptr);
}

TEST_CASE("patterns are those of rulebooks", "[host][services]") {
    const Services services("echo", {"0.1.0"});
    const auto& host = services.host();
    const auto& regex = *service<colonnade_host_regex>(services, COLONNADE_REGEX_ID);
    auto error = engine::empty_error();
    const auto* pattern = regex.compile(&host, abi_text("h[äa]mb"), &error);
    REQUIRE(pattern != nullptr);
    CHECK(regex.matches(pattern, abi_text("in HAMBURG")) == 1);
    CHECK(regex.matches(pattern, abi_text("in Köln")) == 0);
    CHECK(regex.matches(pattern, {}) == 0);
    regex.release(pattern);
    CHECK(regex.matches(nullptr, abi_text("x")) == 0);
    regex.release(nullptr);
    CHECK(regex.compile(&host, abi_text("(a"), &error) == nullptr);
    CHECK(error.code == COLONNADE_INVALID_ARGUMENT);
    CHECK(std::string(error.message) == "a `(` without its `)`");
    CHECK(regex.compile(&host, abi_text(std::string(1025, 'a')), &error) == nullptr);
    CHECK(regex.compile(&host, abi_text("\xff"), &error) == nullptr);
    CHECK(regex.compile(&host, abi_text("(a"), nullptr) == nullptr);
}

TEST_CASE("a record that is too short is left alone, a longer one keeps its size",
          "[host][services]") {
    colonnade_error error{};
    error.size = 24;
    engine::fill_error(&error, COLONNADE_INTERNAL, "long");
    CHECK(error.code == COLONNADE_OK);
    error.size = sizeof error + 8;
    engine::fill_error(&error, COLONNADE_INTERNAL, std::string(510, 'x') + "ä");
    CHECK(error.size == sizeof error + 8);
    CHECK(error.row == -1);
    CHECK(std::string(error.message) == std::string(510, 'x'));
}

TEST_CASE("a function finds the services in its call", "[host][services]") {
    Log kept;
    auto settings = kept.settings();
    CHECK(ask(settings, "log", "a bridge is missing").values == Values{1.0});
    REQUIRE(kept.entries.size() == 1);
    CHECK(kept.entries[0].plugin == "uses-host");
    CHECK(kept.entries[0].message == "a bridge is missing");
    CHECK(ask(settings, "stop", "").values == Values{0.0});
    CHECK(ask(settings, "allocate", "").values == Values{640.0});
    CHECK(ask(settings, "match", "bridge").values == Values{1.0});
    CHECK(ask(settings, "match", "tunnel").values == Values{0.0});
    CHECK(ask(settings, "match", "bridge)").problem ==
          "plugin `uses-host`: function `match`: a `)` without its `(`");
    settings.call_time = 0ms;
    CHECK(ask(settings, "stop", "").problem ==
          "plugin `uses-host`: function `stop`: it was stopped");
}

}  // namespace colonnade::tests
