// SPDX-License-Identifier: Apache-2.0
// Tests of rulebooks: pieces of curves, what of a rulebook is touched, and how exactly numbers are
// compared.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <limits>

#include "dsl/yaml/read.hpp"
#include "engine/cases/run_case.hpp"
#include "engine/cases/segments.hpp"
#include "tests/support/world.hpp"

using namespace colonnade;

namespace {

constexpr std::string_view Head =
    "colonnade: 1\nrulebook: small\nschema: everything\nlanguages: [en]\ntitle: {en: T}\n"
    "pillars:\n  p:\n    title: {en: P}\n    weight: 100\n    rules:\n";

std::string rule(const std::string& id, const std::string& keys) {
    return "      " + id + ": {title: {en: R}, points: 1, " + keys + "}\n";
}

std::unique_ptr<tests::Book> book_of(const std::string& rules) {
    auto book = tests::read_everything(std::string(Head) + rules);
    for (const auto& finding : book->findings)
        UNSCOPED_INFO(finding.message);
    REQUIRE_FALSE(book->has_errors);
    return book;
}

struct Ran {
    std::vector<engine::CaseOutcome> cases;
    std::vector<engine::CoverageGroup> coverage;
    std::size_t touched = 0;
    std::size_t total = 0;

    [[nodiscard]] std::vector<std::string> untouched(const std::string& group) const {
        std::vector<std::string> parts;
        for (const auto& g : coverage) {
            for (const auto& item : g.items) {
                if (g.name == group && !item.touched) parts.push_back(item.part);
            }
        }
        return parts;
    }
};

// `cases` is what stands under that key.
Ran run(const tests::Book& book, const std::string& cases) {
    const auto source = std::make_shared<const dsl::Source>(
        "small.test.yaml", "colonnade: 1\ntests: small\nas_of: 2026-11-23\ncases:\n" + cases);
    dsl::Diagnostics diagnostics;
    auto tree = dsl::read_yaml(source, diagnostics);
    engine::LoadedSuite suite;
    suite.source = source;
    suite.suite = dsl::read_suite({{source}, std::move(*tree)}, book.loaded.rulebook,
                                  book.loaded.catalogue, diagnostics);
    for (const auto& finding : diagnostics.sorted())
        UNSCOPED_INFO(finding.message);
    REQUIRE(diagnostics.empty());
    tests::ColumnFunctions functions;
    engine::Coverage coverage(book.loaded);
    Ran ran;
    for (const auto& test : suite.suite.cases)
        ran.cases.push_back(engine::run_case(book.loaded, suite, test, functions, coverage));
    ran.coverage = coverage.groups();
    ran.touched = coverage.touched();
    ran.total = coverage.total();
    return ran;
}

bool passes(const tests::Book& book, const std::string& facts, const std::string& expect) {
    return run(book, "  one:\n    facts: {" + facts + "}\n    expect: {" + expect + "}\n")
        .cases.at(0)
        .passed();
}

std::vector<std::size_t> segments_at(const tests::Book& book, const std::vector<double>& values) {
    const auto& curve = book.loaded.rulebook.pillars.at(0).rules.at(0);
    std::vector<std::size_t> found;
    for (const double value : values)
        found.push_back(engine::segment_at(curve, value));
    return found;
}

}  // namespace

TEST_CASE("every value lies in one piece of its curve", "[engine][cases]") {
    using At = std::vector<std::size_t>;
    const auto at = [](const std::string& keys, const std::vector<double>& values) {
        return segments_at(*book_of(rule("r", keys)), values);
    };
    constexpr double Much = std::numeric_limits<double>::infinity();
    CHECK(at("pass: flag", {0, 1}) == At{0, 1});
    CHECK(at("measure: n, full: 5 or more, none: 1", {-Much, 1, 1.5, 5, Much}) ==
          At{0, 0, 1, 2, 2});
    CHECK(at("measure: n, full: 2..3, none: [0, 15]", {0, 1, 2, 2.5, 3, 4, 15, 16}) ==
          At{0, 1, 2, 2, 2, 3, 4, 4});
    CHECK(at("measure: n, full: 5, none: [0, 10]", {0, 4, 5, 6, 10}) == At{0, 1, 1, 2, 3});
    CHECK(at("measure: n, steps: {1: 30%, 2: 70%}", {-Much, 0.9, 1, 1.9, 2, Much}) ==
          At{0, 0, 1, 1, 2, 2});
    CHECK(at("measure: n, steps: {1: 100%, 2: 40%}", {-Much, 1, 1.1, 2, 2.1, Much}) ==
          At{0, 0, 1, 1, 2, 2});
    CHECK(at("measure: n, half: 10", {0, 9.9, 10, Much}) == At{0, 0, 1, 1});
    CHECK(at("measure: n, median: 10, p10: 40", {0, 9.9, 10.1, 100}) == At{0, 0, 1, 1});
}

TEST_CASE("pieces that no profile can reach are not asked for", "[engine][cases]") {
    // `n` is between 0 and 100, `m` may be anything, a share ends at 100%.
    const auto untouched = [](const std::string& keys) {
        return run(*book_of(rule("r", keys)), "  none: {expect: {total: unknown}}\n")
            .untouched("curve segments");
    };
    using Parts = std::vector<std::string>;
    CHECK(untouched("measure: n, line: {0: 0%, 100: 100%}") ==
          Parts{"up to 0", "from 0 to 100", "from 100"});
    CHECK(untouched("measure: n, line: {20: 0%, 50: 60%, 200: 100%}") ==
          Parts{"up to 20", "from 20 to 50", "from 50 to 200"});
    CHECK(untouched("measure: m, line: {20: 0%, 50: 100%}") ==
          Parts{"up to 20", "from 20 to 50", "from 50"});
    CHECK(untouched("measure: n, steps: {0: 10%, 5: 100%}") == Parts{"from 0 to 5", "from 5"});
    CHECK(untouched("measure: n, half: 300") == Parts{"under half of the points"});
    CHECK(untouched("pass: flag") == Parts{"false", "true"});
    // True whatever is known, so a single case has touched all there is.
    CHECK(untouched("pass: true or flag").empty());
}

TEST_CASE("what depends on the day alone is asked for on both sides", "[engine][cases]") {
    const auto ran =
        run(*book_of(rule("a", "pass: flag, if: age(2026-01-01) > 1 day") +
                     rule("b", "measure: age(2026-01-01), full: 1 year or more, none: 0 days")),
            "  early: {as_of: 2025-12-01, facts: {flag: true}, expect: {total: 0}}\n");
    using Parts = std::vector<std::string>;
    CHECK(ran.untouched("conditions") == Parts{"applies"});
    CHECK(ran.untouched("curve segments").size() == 4);
}

TEST_CASE("conditions, caps and texts are touched on both sides", "[engine][cases]") {
    const auto book =
        book_of(rule("a", "pass: flag, cap: 40%, if: n > 3, tip: {en: Do it}, from: 2026-01-01") +
                rule("b", "measure: m, half: 1, unknown: none"));
    const auto ran =
        run(*book,
            "  holds: {facts: {flag: true, n: 4, m: 1}, expect: {total: 75}}\n"
            "  fails: {facts: {flag: false, n: 4, m: 1}, expect: {total: 25}}\n"
            "  bites: {facts: {flag: false, n: 4, m: 9}, expect: {total: 40}}\n"
            "  open: {facts: {n: 3}, expect: {total: 0}}\n"
            "  early: {as_of: 2025-12-31, facts: {m: 0.1}, expect: {rules: {b: 9.1%}}}\n");
    for (const auto& test : ran.cases) {
        INFO(test.name << ": " << test.checks.at(0).actual);
        CHECK(test.passed());
    }
    CHECK(ran.touched == ran.total);
    CHECK(ran.coverage.back().name == "texts in en");
}

TEST_CASE("numbers are compared as exactly as they are written", "[engine][cases]") {
    const auto book = book_of(rule("a", "measure: m, full: 3, none: 0") +
                              rule("b", "measure: pace, full: 3 per week, none: 0"));
    CHECK(passes(*book, "m: 1", "total: 33.3"));
    CHECK(passes(*book, "m: 1", "total: 33"));
    CHECK_FALSE(passes(*book, "m: 1", "total: 34"));
    CHECK_FALSE(passes(*book, "m: 1", "total: 33.30"));
    CHECK(passes(*book, "m: 1", "total: 33.33"));
    CHECK(passes(*book, "m: 1", "total: 33.3333"));
    CHECK(passes(*book, "m: 1", "total: 33..34"));
    CHECK(passes(*book, "m: 1", "total: 33.3 or more"));
    CHECK_FALSE(passes(*book, "m: 1", "total: 33.34 or more"));
    CHECK(passes(*book, "m: 1", "total: 33.3 or less"));
    CHECK_FALSE(passes(*book, "m: 1", "total: unknown"));
    CHECK(passes(*book, "m: unknown", "total: unknown"));
    CHECK(passes(*book, "m: 1", "rules: {a: 33.3%, b: unknown}"));
    CHECK(passes(*book, "pace: 1 per week", "rules: {b: {value: 1 per week}}"));
    CHECK(passes(*book, "pace: 1 per week", "rules: {b: {value: 0.1 per day}}"));
    CHECK_FALSE(passes(*book, "pace: 1 per week", "rules: {b: {value: 0.10 per day}}"));
    CHECK(passes(*book, "pace: 1 per week", "rules: {b: {value: 0.143 per day}}"));
    CHECK(passes(*book, "pace: 1 per week", "rules: {b: {value: 2 per 2 weeks}}"));
}

TEST_CASE("a whole number fits what rounds to it, and no more", "[engine][cases]") {
    const auto book = book_of(rule("a", "measure: m, full: 100, none: 0"));
    const auto earns = [&](const std::string& m, const std::string& share) {
        return passes(*book, "m: " + m, "rules: {a: " + share + "}");
    };
    CHECK(earns("33.3333", "33%"));
    CHECK(earns("32.5", "33%"));
    CHECK_FALSE(earns("32.499", "33%"));
    CHECK(earns("33.499", "33%"));
    CHECK_FALSE(earns("33.5", "33%"));
    CHECK(earns("33.25", "33.3%"));
    CHECK_FALSE(earns("33.249", "33.3%"));
    CHECK(earns("33.349", "33.3%"));
    CHECK_FALSE(earns("33.35", "33.3%"));
    CHECK_FALSE(earns("33.3333", "33.0%"));
    // Nothing, all, and the ends of a range are not rounded.
    CHECK(earns("0.04", "0%"));
    CHECK_FALSE(earns("0.06", "0%"));
    CHECK(earns("99.96", "100%"));
    CHECK_FALSE(earns("99.94", "100%"));
    CHECK(earns("33.04", "30%..33%"));
    CHECK_FALSE(earns("33.06", "30%..33%"));
    CHECK_FALSE(earns("32.94", "33% or more"));
    CHECK(passes(*book, "m: 33.4", "rules: {a: {value: 33}}"));
    CHECK_FALSE(passes(*book, "m: 0.4", "rules: {a: {value: 0}}"));
    CHECK(passes(*book, "m: 33.4", "total: 33, rules: {a: {points: 33}}"));
    CHECK_FALSE(passes(*book, "m: 33.6", "total: 33"));
}

TEST_CASE("short forms lie where a window looks for them", "[engine][cases]") {
    const auto book = book_of(rule("a",
                                   "measure: rate(events in last 12 weeks), "
                                   "full: 9 per week, none: 0 per week"));
    const auto rate = [&](const std::string& facts, const std::string& value) {
        INFO(facts);
        CHECK(passes(*book, facts, "rules: {a: {value: " + value + "}}"));
    };
    rate("events: {every: 3 days, for: 12 weeks}", "2.33 per week");
    rate("events: {every: 1 week, for: 30 weeks}", "1 per week");
    rate("events: {count: 24, for: 12 weeks}", "2 per week");
    rate("events: {count: 12, ago: 12 weeks}", "0 per week");
    rate("events: {every: 1 week, count: 12, ago: 6 weeks}", "0.5 per week");
    rate("events: {count: 12, at: unknown}", "unknown");
    // Of a profile of four weeks four events are one a week, whatever the window.
    rate("joined: 2026-10-27, events: {every: 1 week, for: 4 weeks}", "1 per week");
}

TEST_CASE("limit: bytes of the documents of a test file", "[limits][cases]") {
    namespace fs = std::filesystem;
    const auto folder = fs::path(COLONNADE_BINARY_DIR) / "tests/unit/engine/documents";
    fs::create_directories(folder);
    const auto write = [&](const std::string& name, const std::string& text) {
        std::ofstream(folder / name, std::ios::binary) << text;
    };
    const std::string small = R"({"as_of": "2026-01-01"})";
    write("small.json", small);
    write("small.test.yaml",
          "colonnade: 1\ntests: small\nas_of: 2026-11-23\ncases:\n"
          "  one: {file: small.json, expect: {total: 1}}\n"
          "  two: {file: large.json, expect: {total: 1}}\n"
          "  three: {file: large.json, expect: {total: 2}}\n");
    const auto book = book_of(rule("r", "pass: flag"));
    const auto codes_with = [&](std::size_t bytes) {
        write("large.json", small + std::string(bytes - small.size(), ' '));
        dsl::Diagnostics diagnostics;
        std::string unreadable;
        auto file = engine::open_suite(folder / "small.test.yaml", diagnostics, unreadable);
        REQUIRE(file.has_value());
        const auto loaded = engine::load_suite(std::move(*file), book->loaded, diagnostics);
        CHECK(loaded.has_value() == diagnostics.empty());
        return diagnostics.count(dsl::Severity::Error);
    };
    CHECK(codes_with(engine::MostCaseDocumentBytes - small.size()) == 0);
    CHECK(codes_with(engine::MostCaseDocumentBytes - small.size() + 1) == 1);
    fs::remove_all(folder);
}

TEST_CASE("each piece is named once where names are alike", "[engine][cases]") {
    const auto book = book_of(rule("r", "measure: m, line: {1: 0%, 1.001: 50%, 1.002: 100%}"));
    const auto ran = run(*book,
                         "  one: {facts: {m: 1.0005}, expect: {rules: {r: 25%}}}\n"
                         "  two: {facts: {m: 1.0015}, expect: {rules: {r: 75%}}}\n");
    CHECK(ran.untouched("curve segments").size() == 2);
}
