// SPDX-License-Identifier: Apache-2.0
// The table of the language's own functions: the checker knows each of them, and the reference
// (docs/language.md) describes exactly these.
#include <catch2/catch.hpp>

#include <fstream>
#include <set>

#include "dsl/check/functions.hpp"
#include "dsl/form/reader.hpp"
#include "tests/support/tiny.hpp"

using namespace colonnade;

namespace {

// The names that are called in the first column of the table with that head.
std::set<std::string> documented(const std::string& head) {
    std::ifstream file(COLONNADE_SOURCE_DIR "/docs/language.md");
    std::set<std::string> names;
    bool inside = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with(head)) inside = true;
        if (!line.starts_with("|")) inside = false;
        if (!inside) continue;
        const auto cell = line.substr(1, line.find('|', 1));
        for (auto at = cell.find('`'); at != std::string::npos; at = cell.find('`', at + 1)) {
            const auto open = cell.find('(', at);
            const auto name = open == std::string::npos ? "" : cell.substr(at + 1, open - at - 1);
            if (dsl::is_name(name)) names.insert(name);
        }
    }
    return names;
}

std::set<std::string> listed(bool of_list) {
    std::set<std::string> names;
    for (const auto& function : dsl::built_in_functions()) {
        if (function.of_list == of_list) names.emplace(function.name);
    }
    return names;
}

}  // namespace

TEST_CASE("the reference and the table name the same functions") {
    CHECK(documented("| aggregate |") == listed(true));
    CHECK(documented("| function | |") == listed(false));
}

TEST_CASE("the checker knows every function of the table") {
    for (const auto& name : dsl::built_in_names()) {
        const auto marks = tests::read_rule_with("pass: " + name + "(1, 2, 3, 4, 5) = 1").marks();
        INFO(name);
        for (const auto& mark : marks)
            CHECK_FALSE(mark.starts_with("unknown-function"));
    }
    CHECK(tests::read_rule_with("pass: medium(1) = 1").marks() ==
          std::vector<std::string>{"unknown-function: medium(1)"});
}

TEST_CASE("every function says in both languages what it does, in one line") {
    for (const auto& function : dsl::built_in_functions()) {
        INFO(function.call);
        CHECK(function.call.starts_with(function.name));
        CHECK_FALSE(function.result.empty());
        CHECK_FALSE(function.de.empty());
        CHECK_FALSE(function.en.empty());
        CHECK(function.de.find('\n') == std::string_view::npos);
        CHECK(function.description("de") == function.de);
        CHECK(function.description("en") == function.en);
    }
}
