// SPDX-License-Identifier: Apache-2.0
// Test files: what a case says about a profile and about what must come out. How mistakes are shown
// stands in tests/golden/test.
#include <catch2/catch.hpp>
#include <limits>

#include "dsl/cases/keys.hpp"
#include "dsl/cases/suite.hpp"
#include "dsl/types/moment.hpp"
#include "tests/support/tiny.hpp"

using namespace colonnade;

namespace {

constexpr double Day = 86'400;
constexpr double Week = 7 * Day;
constexpr double Infinity = std::numeric_limits<double>::infinity();

struct Suite {
    dsl::Suite suite;
    std::vector<std::string> codes;
};

Suite read_suite(const std::string& text, const dsl::Catalogue& catalogue) {
    const auto book = tests::read_book(tests::book_with("pass: has photo"));
    dsl::Diagnostics diagnostics;
    const auto document = tests::document_of(tests::source_of(text), diagnostics);
    Suite read{dsl::read_suite(document, book.rulebook, catalogue, diagnostics), {}};
    for (const auto& finding : diagnostics.sorted())
        read.codes.emplace_back(dsl::text_of(finding.code));
    return read;
}

const std::string Head = "colonnade: 1\ntests: small\nas_of: 2026-11-23\n";

// One case of these keys, with something to expect.
std::string with_case(const std::string& keys) {
    return Head + "cases:\n  one:\n" + keys + "    expect: {total: 1}\n";
}

dsl::Elements element(const std::string& text, dsl::Catalogue catalogue = tests::tiny_catalogue()) {
    const auto read = read_suite(with_case("    facts: {posts: " + text + "}\n"), catalogue);
    INFO(text);
    CHECK(read.codes.empty());
    return read.suite.cases.at(0).profile.facts.at(0).elements.at(0);
}

dsl::Amount amount(const std::string& text) {
    const auto read = read_suite(Head + "cases:\n  one:\n    expect: {total: " + text + "}\n",
                                 tests::tiny_catalogue());
    INFO(text);
    CHECK(read.codes.empty());
    return read.suite.cases.at(0).expectations.at(0).amount;
}

}  // namespace

TEST_CASE("one element stands for many", "[dsl][cases]") {
    struct Row {
        std::string text;
        std::size_t count;
        double step;
        std::optional<double> ago;
    };
    for (const auto& row : std::vector<Row>{
             {"{kind: link}", 1, 0, 0},
             {"{count: 5}", 5, 0, 0},
             {"{count: 5, ago: 3 days}", 5, 0, 3 * Day},
             {"{every: 3 days, for: 12 weeks}", 28, 3 * Day, 0},
             {"{every: 5 days, for: 12 weeks}", 17, 5 * Day, 0},
             {"{every: 12 weeks, for: 12 weeks}", 1, 12 * Week, 0},
             {"{every: 1 week, count: 4, ago: 1 week}", 4, Week, Week},
             {"{count: 4, for: 12 weeks}", 4, 3 * Week, 0},
             {"{at: 2026-01-31}", 1, 0, std::nullopt},
             {"{count: 2, at: 2026-01-31T09:30:00Z}", 2, 0, std::nullopt},
             {"{at: unknown}", 1, 0, std::nullopt},
         }) {
        const auto read = element(row.text);
        CHECK(read.count == row.count);
        CHECK(read.step == row.step);
        CHECK(read.ago == row.ago);
    }
    CHECK(element("{at: unknown}").fields.empty());
    CHECK(element("{at: 2026-01-31T09:30:00Z}").fields.at(0).value.number ==
          static_cast<double>(*dsl::parse_moment("2026-01-31T09:30:00Z")));
}

TEST_CASE("the keys of the short form give way to fields of the same name", "[dsl][cases]") {
    auto catalogue = tests::tiny_catalogue();
    auto& posts = catalogue.facts[static_cast<std::size_t>(catalogue.fact_index("posts"))];
    posts.fields.emplace_back();
    posts.fields.back().name = "count";
    posts.fields.back().type = {dsl::Kind::Number};
    const auto read = element("{count: 5}", catalogue);
    CHECK(read.count == 1);
    CHECK(read.fields.at(0).value.number == 5);
}

TEST_CASE("a case lays its facts over its base, and a base over the one above it", "[dsl][cases]") {
    const auto read =
        read_suite(Head +
                       "bases:\n"
                       "  first: {facts: {photo: true, followers: 1, headline: \"unknown\"}}\n"
                       "  second: {base: first, facts: {followers: 2}}\n"
                       "cases:\n"
                       "  one: {base: second, facts: {photo: unknown}, expect: {total: 1}}\n"
                       "  two: {base: first, as_of: 2026-01-01, expect: {total: 1}}\n",
                   tests::tiny_catalogue());
    CHECK(read.codes.empty());
    const auto& one = read.suite.cases.at(0);
    REQUIRE(one.profile.facts.size() == 3);
    CHECK(one.profile.facts[0].value.text == "unknown");
    CHECK(one.profile.facts[1].value.number == 2);
    CHECK(one.profile.facts[2].unknown);
    CHECK(one.as_of == *dsl::parse_moment("2026-11-23T23:59:59Z"));
    const auto& two = read.suite.cases.at(1);
    CHECK(two.profile.facts.at(1).value.number == 1);
    CHECK(two.as_of == *dsl::parse_moment("2026-01-01T23:59:59Z"));
}

TEST_CASE("a document brings its own day unless the case says another", "[dsl][cases]") {
    const auto catalogue = tests::tiny_catalogue();
    const auto own = read_suite(with_case("    file: a.json\n"), catalogue);
    CHECK_FALSE(own.suite.cases.at(0).as_of.has_value());
    const auto other =
        read_suite(with_case("    file: a.json\n    as_of: 2026-01-01\n"), catalogue);
    CHECK(other.suite.cases.at(0).as_of.has_value());
}

TEST_CASE("what a number must be is a literal, a range, or open", "[dsl][cases]") {
    struct Row {
        std::string text;
        double low;
        double high;
        int decimals;
    };
    for (const auto& row : std::vector<Row>{{"5", 5, 5, 0},
                                            {"5.25", 5.25, 5.25, 2},
                                            {"14..16", 14, 16, 1},
                                            {"14.125..16", 14.125, 16, 3},
                                            {"5 or more", 5, Infinity, 1},
                                            {"5 or less", -Infinity, 5, 1}}) {
        const auto read = amount(row.text);
        CHECK(read.low == row.low);
        CHECK(read.high == row.high);
        CHECK(read.decimals == row.decimals);
        CHECK_FALSE(read.unknown);
    }
    CHECK(amount("unknown").unknown);
}

TEST_CASE("each key of a test file is read", "[dsl][cases]") {
    const std::string text =
        Head +
        "bases:\n"
        "  none: {facts: {photo: true}, coverage: {posts: 2026-01-01}}\n"
        "  some: {base: none, coverage: {posts: 2026-01-01}}\n"
        "  document: {file: a.json}\n"
        "cases:\n"
        "  one:\n"
        "    base: some\n"
        "    as_of: 2026-01-01\n"
        "    facts: {posts: [{every: 1 day, for: 1 week, ago: 1 day}, {count: 2}]}\n"
        "    coverage: {posts: 2026-01-01}\n"
        "    expect:\n"
        "      {total: 1, low: 1, high: 1, assessed: 1%, tips: [r], no-tips: [r], cautions: [],\n"
        "       pillars: {p: {points: 1}},\n"
        "       rules: {r: {value: true, share: 1%, points: 1, status: assessed}}}\n"
        "  two: {file: a.json, expect: {total: 1}}\n";
    CHECK(read_suite(text, tests::tiny_catalogue()).codes.empty());
    for (const auto* table : {&dsl::SuiteKeys, &dsl::BaseKeys, &dsl::CaseKeys, &dsl::ExpectKeys,
                              &dsl::PillarResultKeys, &dsl::RuleResultKeys, &dsl::ElementKeys}) {
        for (const auto& key : table->keys) {
            INFO(table->name << "." << key.key);
            CHECK(key.meaning.ends_with('.'));
            // The small rulebook has no ratings; the golden cases name some.
            if (key.key != "rating")
                CHECK(text.find(std::string(key.key) + ":") != std::string::npos);
        }
    }
}

TEST_CASE("limit: cases of a file", "[limits][cases]") {
    const auto many = [](std::size_t count) {
        auto text = Head + "cases:\n";
        for (std::size_t i = 0; i < count; ++i)
            text += "  case " + std::to_string(i) + ": {expect: {total: 1}}\n";
        return read_suite(text, tests::tiny_catalogue());
    };
    CHECK(many(dsl::MostCases).codes.empty());
    CHECK(many(dsl::MostCases + 1).codes == std::vector<std::string>{"limit-exceeded"});
}

TEST_CASE("limit: elements of a profile", "[limits][cases]") {
    const auto catalogue = tests::tiny_catalogue();
    const auto most = std::to_string(dsl::MostElements);
    const auto more = std::to_string(dsl::MostElements + 1);
    const auto codes = [&](const std::string& facts) {
        return read_suite(with_case("    facts: {" + facts + "}\n"), catalogue).codes;
    };
    const std::vector<std::string> exceeded{"limit-exceeded"};
    CHECK(codes("posts: {count: " + most + "}").empty());
    CHECK(codes("posts: {count: " + more + "}") == exceeded);
    CHECK(codes("posts: {every: 1 second, for: " + most + " seconds}").empty());
    CHECK(codes("posts: {every: 1 second, for: " + more + " seconds}") == exceeded);
    CHECK(codes("posts: {count: " + most + "}, skills: []").empty());
    CHECK(codes("posts: {count: " + most + "}, skills: {count: 1}") == exceeded);
    CHECK(codes("posts: [{count: 1}, {count: " + most + "}]") == exceeded);
    CHECK(codes("posts: {every: 1 second, for: 100000000000000000000 years}").size() == 1);
    CHECK(codes("posts: {count: 100000000000000000000}") == exceeded);
}

TEST_CASE("limit: how long ago an element was", "[limits][cases]") {
    const auto codes = [](const std::string& posts) {
        return read_suite(with_case("    facts: {posts: " + posts + "}\n"), tests::tiny_catalogue())
            .codes;
    };
    const std::vector<std::string> exceeded{"limit-exceeded"};
    CHECK(codes("{ago: 200 years}").empty());
    CHECK(codes("{ago: 2401 months}") == exceeded);
    CHECK(codes("{every: 100 years, count: 3}").empty());
    CHECK(codes("{every: 100 years, count: 3, ago: 1 day}") == exceeded);
    CHECK(codes("{count: 3, for: 300 years}").empty());
    CHECK(codes("{count: 3, for: 301 years}") == exceeded);
    CHECK(codes("{ago: 100000000000000000000 years}") == exceeded);
}

TEST_CASE("a document says itself what it covers, wherever the rest is said", "[dsl][cases]") {
    const auto codes = [](const std::string& base, const std::string& keys) {
        return read_suite(Head + "bases:\n  b: {" + base + "}\ncases:\n  one: {base: b, " + keys +
                              "expect: {total: 1}}\n",
                          tests::tiny_catalogue())
            .codes;
    };
    const std::vector<std::string> wrong{"wrong-value"};
    CHECK(codes("file: a.json", "").empty());
    CHECK(codes("coverage: {posts: 2026-01-01}", "").empty());
    CHECK(codes("file: a.json", "coverage: {posts: 2026-01-01}, ") == wrong);
    CHECK(codes("coverage: {posts: 2026-01-01}", "file: a.json, ") == wrong);
    CHECK(codes("file: a.json, coverage: {posts: 2026-01-01}", "") == wrong);
}

TEST_CASE("a rule or a pillar that is named without an expectation is reported", "[dsl][cases]") {
    const auto codes = [](const std::string& expect) {
        return read_suite(Head + "cases:\n  one: {expect: {total: 1, " + expect + "}}\n",
                          tests::tiny_catalogue())
            .codes;
    };
    const std::vector<std::string> wrong{"wrong-value"};
    CHECK(codes("rules: {r: {}}") == wrong);
    CHECK(codes("pillars: {p: {}}") == wrong);
    CHECK(codes("rules: {r: {share: 1%}}, pillars: {p: {points: 1}}").empty());
}

TEST_CASE("a time that nobody can read is one finding", "[dsl][cases]") {
    const auto codes = [](const std::string& posts) {
        return read_suite(with_case("    facts: {posts: " + posts + "}\n"), tests::tiny_catalogue())
            .codes;
    };
    using Codes = std::vector<std::string>;
    CHECK(codes("{every: 3 Tage, for: 12 weeks}") == Codes{"expression-syntax"});
    CHECK(codes("{every: 3 days, for: 12 Wochen}") == Codes{"expression-syntax"});
    CHECK(codes("{every: 0 days, for: 12 weeks}") == Codes{"wrong-value"});
    CHECK(codes("{every: 3 days or more, for: 12 weeks}") == Codes{"wrong-value"});
}

TEST_CASE("files that are no test file end in findings only", "[dsl][cases]") {
    const auto catalogue = tests::tiny_catalogue();
    for (const std::string text :
         {"", "cases", "[]", "cases: {}", "cases: [1]", "cases: {a: }", "cases: {a: []}",
          "cases: {a: {expect: []}}", "cases: {a: {expect: {rules: []}}}",
          "cases: {a: {expect: {rules: {r: []}}}}", "cases: {a: {facts: [], expect: {total: []}}}",
          "cases: {a: {facts: {posts: {count: []}}}}", "bases: {a: {base: a}}",
          "cases: {a: {coverage: {posts: []}, file: [], base: {}}}", "cases: {\"\": {}}",
          "cases: {a: {expect: {tips: [[], {}], cautions: [{}]}}}"}) {
        INFO(text);
        CHECK_FALSE(read_suite(text, catalogue).codes.empty());
    }
}
