// SPDX-License-Identifier: Apache-2.0
// What a function does that would take the program with it ends in a sentence, and what it wants
// that is not its own it does not get.
#include <catch2/catch.hpp>
#include <cerrno>

#include "tests/unit/isolate/isolated.hpp"

namespace colonnade::tests {
namespace {

// The sentence behind plugin and function; no value may be left.
std::string fault(const std::string& function,
                  std::chrono::milliseconds time = isolation().limits.call,
                  const std::string& id = "violent") {
    auto how = isolation();
    how.limits.call = time;
    PluginCaller plugin(isolated(id, how));
    const auto results = plugin.call(function, {1.0});
    const auto begin = "plugin `" + id + "`: function `" + function + "`: ";
    CHECK(results.slot.known == engine::Buffer<std::uint8_t>{0});
    REQUIRE(results.failures.size() == 1);
    REQUIRE(results.failures[0].message.starts_with(begin));
    // The next call is answered by a new process.
    const auto next = plugin.call("sound", {21.0});
    CHECK(next.failures.empty());
    CHECK(next.slot.value == engine::Buffer<double>{42.0});
    return results.failures[0].message.substr(begin.size());
}

// What it came to where the system was asked for something: an error number, or 0.
double error_of(const std::string& function) {
    PluginCaller intrusive(isolated("intrusive"));
    const auto results = intrusive.call(function, {1.0});
    INFO(function << ": " << (results.failures.empty() ? "" : results.failures[0].message));
    CHECK(results.failures.empty());
    return results.slot.value.at(0);
}

}  // namespace

TEST_CASE("a function that ends its process fails, and says how", "[isolate]") {
    CHECK(fault("null_write") == "crashed (segmentation fault)");
    CHECK(fault("aborts") == "crashed (aborted)");
    CHECK(fault("exits") == "ended by itself with code 0");
    CHECK(fault("exits_at_once") == "ended by itself with code 3");
    CHECK(fault("kills_itself") == "was killed, by the system or by itself");
    CHECK(fault("recurses") == "crashed (segmentation fault)");
    CHECK(fault("writes_far_too_far") == "crashed (segmentation fault)");
    CHECK(fault("writes_input", isolation().limits.call, "intrusive") ==
          "crashed (segmentation fault)");
}

TEST_CASE("a function that never answers is not waited for", "[isolate]") {
    constexpr std::chrono::milliseconds Short(400);
    CHECK(fault("loops", Short) == "did not answer within 401 ms");
    CHECK(fault("talks_for_ever", Short, "intrusive") == "did not answer within 401 ms");
}

#ifndef COLONNADE_SANITIZE
// The sanitizers' own memory leaves no room for a limit.
TEST_CASE("memory comes to an end", "[isolate]") {
    CHECK(fault("eats_memory") == "out of memory");
}
#endif

TEST_CASE("what is wrong with results is seen as if they came from here", "[isolate]") {
    CHECK(fault("writes_8_too_far") == "wrote beyond its results");
    CHECK(fault("knows_too_much") == "wrote beyond its results");
    CHECK(fault("gives_nan") == "gave nan, which is no number");
    CHECK(fault("gives_too_much") ==
          "gave 1000000001, its results are between -1000000000 and "
          "1000000000");
}

TEST_CASE("the system gives nothing but memory", "[isolate]") {
    CHECK(error_of("opens_file") == EPERM);
    CHECK(error_of("opens_socket") == EPERM);
    CHECK(error_of("forks") == EPERM);
    CHECK(error_of("makes_thread") == EPERM);
    CHECK(error_of("runs_program") == EPERM);
    CHECK(error_of("makes_code") == EPERM);
    CHECK(error_of("signals_parent") == EPERM);
    CHECK(error_of("unlocks_input") == EACCES);
    CHECK(error_of("counts_environment") == 0);
}

TEST_CASE("what a plugin says in the process's place is not believed", "[isolate]") {
    for (const auto* function : {"talks_nonsense", "announces_much"}) {
        CHECK(fault(function, isolation().limits.call, "intrusive") ==
              "answered what is no answer");
    }
}

TEST_CASE("forged answers change no result", "[isolate]") {
    PluginCaller intrusive(isolated("intrusive"));
    for (int round = 0; round < 2; ++round) {
        const auto forged = intrusive.call("forges_answers", {3.0});
        // Twice the amount, unknown or an error, never anything else.
        if (forged.failures.empty() && forged.slot.known[0] != 0) CHECK(forged.slot.value[0] == 6);
        const auto sound = intrusive.call("sound", {4.0});
        if (sound.failures.empty() && sound.slot.known[0] != 0) CHECK(sound.slot.value[0] == 8);
    }
}

TEST_CASE("a plugin cannot hang up", "[isolate]") {
    PluginCaller intrusive(isolated("intrusive"));
    CHECK(intrusive.call("hangs_up", {1.0}).slot.value == engine::Buffer<double>{2.0});
}

}  // namespace colonnade::tests
