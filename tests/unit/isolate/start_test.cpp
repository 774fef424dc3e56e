// SPDX-License-Identifier: Apache-2.0
// A plugin that does not even start, and what is left of processes when they have ended.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <filesystem>
#include <iterator>
#include <thread>

#include "tests/unit/host/support.hpp"
#include "tests/unit/isolate/isolated.hpp"

namespace colonnade::tests {
namespace {

namespace fs = std::filesystem;

engine::Refusal refusal_of(const std::string& id) {
    auto how = isolation();
    how.limits.start = std::chrono::milliseconds(1'500);
    engine::Refusal refusal;
    CHECK(start_isolated(module_of(id).string(), refusal, how) == nullptr);
    return refusal;
}

auto open_descriptors() {
    return std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator());
}

bool has_children() {
    return ::waitpid(-1, nullptr, WNOHANG) >= 0 || errno != ECHILD;
}

}  // namespace

TEST_CASE("a plugin that breaks while it starts is refused, and says how", "[isolate]") {
    CHECK(refusal_of("crash-in-constructor").message ==
          "plugin `crash-in-constructor` crashed (segmentation fault) while it was started");
    CHECK(refusal_of("crash-in-init").message ==
          "plugin `crash-in-init` crashed (segmentation fault) while it was started");
    CHECK(refusal_of("hang-in-init").message ==
          "plugin `hang-in-init` did not answer within 1500 ms while it was started");
}

TEST_CASE("a plugin that is refused in this process is refused in its own", "[isolate]") {
    for (const auto* id : {"newer-major", "older-major", "short-entry", "no-entry", "null-get",
                           "odd-version", "no-version", "other-id", "init-fails", "init-throws"}) {
        engine::Refusal here;
        INFO(id);
        try {
            static_cast<void>(in_process(module_of(id).string()));
            FAIL("taken");
        } catch (const std::runtime_error& problem) {
            here.message = problem.what();
        }
        const auto there = refusal_of(id).message;
        // The process does not know in which folder the library lies.
        const auto folder = module_of(id).parent_path().string() + "/";
        if (const auto at = here.message.find(folder); at != std::string::npos)
            here.message.erase(at, folder.size());
        CHECK(there == here.message);
    }
    CHECK_THAT(refusal_of("undefined-symbol").message, Catch::Contains("undefined symbol"));
}

TEST_CASE("nothing of a person's can be read while a library is loaded", "[isolate]") {
    CHECK(isolated("reads-in-constructor")->id() == "reads-in-constructor");
}

TEST_CASE("a plugin that breaks when it is asked what it offers is named", "[isolate]") {
    const auto plugin = isolated("crash-in-get");
    engine::Refusal refusal;
    CHECK_FALSE(plugin->functions(refusal));
    CHECK(refusal.message == "plugin `crash-in-get` crashed (segmentation fault)");
    CHECK_FALSE(plugin->rules(refusal));
    CHECK_FALSE(plugin->selftest(refusal));
    CHECK_FALSE(plugin->functions(refusal));
    CHECK(refusal.message ==
          "plugin `crash-in-get` is not asked any more in this run, since it failed 3 times: it "
          "crashed (segmentation fault)");
}

TEST_CASE("a plugin's end is not waited for long", "[isolate]") {
    const auto before = open_descriptors();
    static_cast<void>(isolated("crash-in-deinit"));
    const engine::Deadline deadline(std::chrono::seconds(5));
    static_cast<void>(isolated("hang-in-deinit"));
    CHECK_FALSE(deadline.passed());
    CHECK_FALSE(has_children());
    CHECK(open_descriptors() == before);
}

TEST_CASE("no process and no descriptor is left behind", "[isolate]") {
    const auto before = open_descriptors();
    {
        PluginCaller violent(isolated("violent"));
        CHECK(violent.call("null_write", {1.0}).failures.size() == 1);
        CHECK(violent.call("exits", {1.0}).failures.size() == 1);
        CHECK(violent.call("sound", {1.0}).failures.empty());
        CHECK(has_children());
    }
    refusal_of("crash-in-constructor");
    refusal_of("no-entry");
    CHECK_FALSE(has_children());
    CHECK(open_descriptors() == before);
}

TEST_CASE("where a plugin cannot be kept apart, it is said what trust would mean", "[isolate]") {
    auto how = isolation();
    how.program = "/nowhere/colonnade-plugin-host";
    engine::Refusal refusal;
    CHECK(start_isolated(module_of("plain").string(), refusal, how) == nullptr);
    CHECK(refusal.message ==
          "plugin `plain` cannot be kept apart from this program: "
          "/nowhere/colonnade-plugin-host: No such file or directory");
    CHECK_THAT(refusal.help, Catch::StartsWith("`--trust plain` runs it inside this program"));
    how.program = "/bin/true";
    CHECK(start_isolated(module_of("plain").string(), refusal, how) == nullptr);
    CHECK(refusal.message == "plugin `plain` ended by itself with code 0 while it was started");
}

TEST_CASE("several plugins run side by side, and threads take turns", "[isolate]") {
    const auto plugin = isolated("violent");
    const auto work = [&plugin](double amount) {
        PluginCaller violent(plugin);
        for (int i = 0; i < 50; ++i) {
            const auto results = violent.call("sound", {amount, amount + 1});
            if (results.slot.value != engine::Buffer<double>{2 * amount, 2 * amount + 2})
                return false;
        }
        return true;
    };
    bool first = false;
    std::thread other([&] { first = work(1); });
    CHECK(work(1000));
    other.join();
    CHECK(first);
}

TEST_CASE("what a plugin logs arrives with its name", "[isolate]") {
    std::vector<engine::LogEntry> entries;
    auto how = isolation();
    how.host.log = [&entries](const engine::LogEntry& entry) { entries.push_back(entry); };
    const auto plugin = isolated("talks-in-init", how);
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].plugin == "talks-in-init");
    CHECK(entries[0].message == "hello");
    CHECK_FALSE(entries[0].is_warning);
    CHECK(entries[1].is_warning);
}

}  // namespace colonnade::tests
