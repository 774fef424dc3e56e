// SPDX-License-Identifier: Apache-2.0
// The types of expressions: the chapter of the tables, and arithmetic and comparisons for every
// pair of kinds.
#include <catch2/catch.hpp>

#include <array>

#include "tests/support/table.hpp"
#include "tests/support/tiny.hpp"

using namespace colonnade;

namespace {

// A value or list of each kind, named by the schema.
constexpr std::array<std::pair<const char*, const char*>, 10> Facts = {{{"photo", "yes/no"},
                                                                        {"followers", "number"},
                                                                        {"ratio", "share"},
                                                                        {"notice", "duration"},
                                                                        {"pace", "rate"},
                                                                        {"born", "date"},
                                                                        {"seen", "time"},
                                                                        {"headline", "text"},
                                                                        {"level", "category"},
                                                                        {"posts", "list"}}};

// The kind of what `text` says, or `! CODE "MARKED": MESSAGE | HELP` for each finding.
std::string type_of(const std::string& text) {
    const auto reading =
        tests::read_rule_with("pass: has photo", "define:\n  it: |\n    " + text + "\n");
    std::string result;
    for (const auto& f : reading.findings) {
        if (!result.empty()) result += " ";
        result += "! " + std::string(dsl::text_of(f.code)) + " \"" +
                  std::string(reading.source->text(f.span)) + "\": " + f.message;
        if (!f.help.empty()) result += " | " + f.help;
    }
    if (!result.empty()) return result;
    if (reading.rulebook.defines.empty()) return "silent";
    const auto& type = reading.rulebook.nodes.at(reading.rulebook.defines.front().node).type;
    return std::string(dsl::text_of(type.kind));
}

// `a + b` for each pair: the row of kinds that the result has, `-` for a finding.
std::string row_of(const std::string& left, const std::string& sign) {
    std::string row;
    for (const auto& [right, kind] : Facts) {
        const auto type = type_of(left + " " + sign + " " + right);
        row += (row.empty() ? "" : " ") + (type.starts_with("! wrong-type") ? "-" : type);
    }
    return row;
}

}  // namespace

TEST_CASE("expressions have the types that the tables say", "[dsl][check]") {
    for (const auto& row : tests::read_table("10-types.txt")) {
        INFO(row.place << " " << row.text);
        CHECK(type_of(row.text) == row.result);
    }
}

TEST_CASE("operators give the kinds of the tables for every pair", "[dsl][check]") {
    for (const auto& row : tests::read_table("11-kinds.txt")) {
        INFO(row.place << " " << row.text);
        const auto blank = row.text.find(' ');
        CHECK(row_of(row.text.substr(0, blank), row.text.substr(blank + 1)) == row.result);
    }
}

TEST_CASE("every fact of the small schema has the kind of its name here", "[dsl][check]") {
    for (const auto& [name, kind] : Facts)
        CHECK(type_of(name) == kind);
}
