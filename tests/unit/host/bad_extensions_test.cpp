// SPDX-License-Identifier: Apache-2.0
// An extension that cannot be right is refused with the plugin's name and what is wrong, before
// anything behind it is touched.
#include <catch2/catch.hpp>

#include "tests/unit/host/in_process.hpp"
#include "tests/unit/host/support.hpp"

namespace colonnade::tests {
namespace {

const std::string Begin = "plugin `bad-extension`: ";

std::shared_ptr<const engine::Plugin> start(const std::string& task) {
    return start_plugin("bad-extension", {task});
}

std::string functions_refused(const std::string& task) {
    engine::Refusal refusal;
    CHECK_FALSE(start(task)->functions(refusal));
    return refusal.message;
}

std::string object_refused(const std::string& task) {
    std::string problem;
    CHECK(start(task)->make_function(0, problem) == nullptr);
    return problem;
}

std::string source_refused(const std::string& task) {
    const TempFolder folder;
    std::string problem;
    const auto stream = engine::open_stream(folder.write("data", ""), problem);
    engine::Refusal refusal;
    CHECK(start(task)->probe(*stream, refusal) == 0);
    return refusal.message;
}

std::string rules_refused(const std::string& task) {
    engine::Refusal refusal;
    CHECK_FALSE(start(task)->rules(refusal));
    return refusal.message;
}

std::string tests_refused(const std::string& task) {
    engine::Refusal refusal;
    CHECK_FALSE(start(task)->selftest(refusal));
    return refusal.message;
}

}  // namespace

TEST_CASE("an extension that is too short is refused", "[host][extensions]") {
    CHECK(functions_refused("short functions") ==
          Begin + "its `colonnade.functions/1` has 8 bytes, expected 32");
    CHECK(source_refused("short source") ==
          Begin + "its `colonnade.source/1` has 8 bytes, expected 56");
    CHECK(rules_refused("short rules") ==
          Begin + "its `colonnade.rules/1` has 8 bytes, expected 24");
    CHECK(tests_refused("short tests") ==
          Begin + "its `colonnade.selftest/1` has 8 bytes, expected 24");
    CHECK(functions_refused("short descriptor") ==
          Begin + "function at index 0: a descriptor of 8 bytes, expected 104");
    CHECK(object_refused("short object") == "its object lacks `call` or `destroy`");
}

TEST_CASE("an extension without one of its functions is refused", "[host][extensions]") {
    for (const auto* task :
         {"functions without count", "functions without describe", "functions without create"}) {
        CHECK(functions_refused(task) ==
              Begin + "its functions lack `count`, `describe` or `create`");
    }
    for (const auto* task : {"source without probe", "source without open"})
        CHECK(source_refused(task) == Begin + "its source lacks `probe` or `open`");
    for (const auto* task : {"object without call", "object without destroy"})
        CHECK(object_refused(task) == "its object lacks `call` or `destroy`");
}

TEST_CASE("a reader that is too short is refused", "[host][extensions]") {
    const TempFolder folder;
    std::string problem;
    engine::SourceProblem refused;
    CHECK(start("fine")->open(engine::open_stream(folder.write("data", ""), problem), "{}",
                              refused) == nullptr);
    CHECK(refused.message == Begin + "its reader lacks `next`, `report` or `close`");
}

TEST_CASE("texts that a plugin brings are UTF-8 and have an end", "[host][extensions]") {
    CHECK(rules_refused("rules without data") == Begin + "its rules have 5 bytes and are nowhere");
    CHECK(rules_refused("rules not UTF-8") == Begin + "its rules are no UTF-8 from byte 1 on");
    CHECK(rules_refused("rules too long") ==
          Begin + "its rules have 1048577 bytes, at most 1048576 are read");
    CHECK(rules_refused("rules endless") ==
          Begin + "its rules have 18446744073709551615 bytes, at most 1048576 are read");
    CHECK(tests_refused("tests without data") ==
          Begin + "its self-tests have 5 bytes and are nowhere");
    CHECK(tests_refused("tests not UTF-8") == Begin + "its self-tests are no UTF-8 from byte 1 on");
    CHECK(tests_refused("tests too long") ==
          Begin + "its self-tests have 4194305 bytes, at most 4194304 are read");
    engine::Refusal refusal;
    CHECK(start("rules as long as may be")->rules(refusal).value().size() == 1024 * 1024);
    CHECK(start("tests as long as may be")->selftest(refusal).value().size() == 4 * 1024 * 1024);
}

TEST_CASE("a plugin that throws when asked for an extension is refused", "[host][extensions]") {
    const auto message = "plugin `bad-extension` let an exception out, which no plugin may";
    CHECK(functions_refused("throws") == message);
    CHECK(source_refused("throws") == message);
    CHECK(rules_refused("throws") == message);
    CHECK(tests_refused("throws") == message);
}

}  // namespace colonnade::tests
