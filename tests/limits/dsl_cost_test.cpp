// SPDX-License-Identifier: Apache-2.0
// Texts that are made to cost far more than they weigh. Each would take minutes, or the whole
// stack, if the cost were not about linear; none asserts a time, but the test's own limit ends a
// run away.
#include <catch2/catch.hpp>

#include "dsl/analyse/allow.hpp"
#include "dsl/analyse/unused.hpp"
#include "dsl/cases/suite.hpp"
#include "dsl/rulebook/extend.hpp"
#include "dsl/text/render.hpp"
#include "tests/support/tiny.hpp"

using namespace colonnade;

namespace {

constexpr std::size_t Many = 20'000;

template <class Piece>
std::string many(Piece piece) {
    std::string text;
    for (std::size_t i = 0; i < Many; ++i)
        text += piece(std::to_string(i));
    return text;
}

}  // namespace

TEST_CASE("cost: keys that nobody knows", "[limits]") {
    const auto reading = tests::read_book(many([](auto i) { return "k" + i + ": 1\n"; }));
    CHECK(reading.findings.size() >= Many);
}

TEST_CASE("cost: the same key again and again", "[limits]") {
    const auto keys = many([](auto i) { return "k" + i + ": 1\n"; });
    dsl::Diagnostics diagnostics;
    const auto last = "k" + std::to_string(Many - 1) + ": 1\n";
    std::string again;
    for (std::size_t i = 0; i < Many; ++i)
        again += last;
    (void)dsl::read_yaml(tests::source_of(keys + again), diagnostics);
    CHECK(diagnostics.errors() == Many);
}

TEST_CASE("cost: names that nobody knows", "[limits]") {
    const auto defines = many([](auto i) { return "  a" + i + ": b" + i + "\n"; });
    const auto reading = tests::read_rule_with("pass: has photo", "define:\n" + defines);
    CHECK(reading.findings.size() == Many);
}

TEST_CASE("cost: names that all look alike", "[limits]") {
    const auto defines =
        many([](auto i) { return "  aaaaaaaaaaaaaaaaaaaaaaaaaaaa" + i + ": 1\n"; });
    const auto uses = [] {
        std::string text = "pass: a0";
        for (int i = 0; i < 150; ++i)
            text += " or aaaaaaaaaaaaaaaaa";
        return text;
    }();
    const auto reading = tests::read_rule_with(uses, "define:\n" + defines);
    CHECK(reading.findings.size() == 151);
}

TEST_CASE("cost: one define used by all others", "[limits]") {
    const auto defines = many([](auto i) { return "  a" + i + ": base + " + i + "\n"; });
    const auto reading =
        tests::read_rule_with("pass: has photo", "define:\n  base: followers\n" + defines);
    CHECK(reading.findings.empty());
    CHECK(reading.rulebook.nodes.items.size() < 4 * Many);
}

TEST_CASE("cost: names that nothing uses", "[limits]") {
    constexpr std::size_t Names = 10 * Many;
    std::string text = "define:\n";
    dsl::Rulebook rulebook;
    for (std::size_t i = 0; i < Names; ++i) {
        const auto name = "a" + std::to_string(i);
        text += "  " + name + ": 1\n";
        rulebook.defines.emplace_back().name = name;
    }
    dsl::Diagnostics diagnostics;
    const auto document = tests::document_of(tests::source_of(text), diagnostics);
    dsl::report_unused({document.sources, diagnostics}, document.root, rulebook);
    CHECK(diagnostics.count(dsl::Severity::Warning) == Names);
}

TEST_CASE("cost: patterns that look everywhere at once", "[limits]") {
    const std::string text(std::size_t{1} << 16U, 'a');
    for (const auto* pattern : {"(a+)+b", "(a*)*c$", "(a|a|aa)*d", "(.*)(.*)(.*)(.*)e", "a{600}b",
                                "(?:a?){300}a{300}b"}) {
        INFO(pattern);
        const auto read = dsl::Pattern::read(pattern);
        CHECK_FALSE(std::get<dsl::Pattern>(read).occurs_in(text));
    }
}

TEST_CASE("cost: defines that double each other", "[limits]") {
    std::string defines = "define:\n  d0: followers\n";
    for (int i = 1; i < 30; ++i) {
        const auto before = "d" + std::to_string(i - 1);
        defines += "  d" + std::to_string(i) + ": " + before + " + " + before + "\n";
    }
    const auto reading = tests::read_rule_with("pass: d29 > 3", defines);
    CHECK(reading.findings.empty());
    CHECK(reading.rulebook.nodes.items.size() < 200);
}

TEST_CASE("cost: thousands of rules", "[limits]") {
    std::string rules;
    for (int i = 0; i < 1'000; ++i) {
        rules += "      r" + std::to_string(i) +
                 ":\n        title: {en: R}\n        points: 1\n        effort: 1 hour\n"
                 "        measure: rate(posts in last 12 weeks where kind = link)\n"
                 "        full: 2..3 per week\n        none: [0, 15 per week]\n"
                 "        tip: {en: Post <target>}\n";
    }
    const auto reading = tests::read_book(
        "colonnade: 1\nrulebook: small\nschema: tiny\nlanguages: [en]\ntitle: {en: T}\npillars:\n"
        "  p:\n    title: {en: P}\n    weight: 100\n    rules:\n" +
        rules);
    CHECK(reading.findings.empty());
    CHECK(reading.rulebook.pillars.at(0).rules.size() == 1'000);
}

TEST_CASE("cost: words that are taken out of a list again", "[limits]") {
    std::string words;
    std::string without;
    for (std::size_t i = 0; i < 5 * Many; ++i) {
        words += "      - w" + std::to_string(i) + "\n";
        without += "      - w" + std::to_string(2 * i) + "\n";
    }
    const auto reading =
        tests::read_rule_with("pass: has photo", "lists:\n  own_words:\n    words:\n" + words +
                                                     "    without:\n" + without);
    CHECK(reading.rulebook.lists.at(0).entries.size() == 5 * Many / 2);
    CHECK(reading.findings.size() == 5 * Many / 2);
}

TEST_CASE("cost: plugins of both rulebooks", "[limits]") {
    const auto tree = [](const std::string& first) {
        dsl::Diagnostics diagnostics;
        return tests::document_of(tests::source_of("plugins:\n" + many([&](auto i) {
                                                       return "- " + first + i + "\n";
                                                   })),
                                  diagnostics)
            .root;
    };
    dsl::Diagnostics diagnostics;
    const dsl::Form form{{tests::source_of("")}, diagnostics};
    const auto both = dsl::extend(form, tree("a"), tree("b"));
    CHECK(both.find("plugins")->items.size() == 2 * Many);
}

TEST_CASE("cost: a test file that names thousands of rules", "[limits]") {
    const auto rules = many([](auto i) { return "      r" + i + ": {pass: has photo}\n"; });
    const auto reading = tests::read_book(
        "colonnade: 1\nrulebook: small\nschema: tiny\nlanguages: [en]\ntitle: {en: T}\npillars:\n"
        "  p:\n    title: {en: P}\n    weight: 100\n    rules:\n" +
        rules);
    const auto expected = many([](auto i) { return "        r" + i + ": 100%\n"; });
    const auto unknown = many([](auto i) { return "        x" + i + ": 100%\n"; });
    dsl::Diagnostics diagnostics;
    const auto suite = dsl::read_suite(
        tests::document_of(
            tests::source_of("colonnade: 1\ntests: small\nas_of: 2026-11-23\ncases:\n  one:\n"
                             "    expect:\n      rules:\n" +
                             expected + unknown),
            diagnostics),
        reading.rulebook, tests::tiny_catalogue(), diagnostics);
    CHECK(suite.cases.at(0).expectations.size() == Many);
    CHECK(diagnostics.errors() == Many);
}

TEST_CASE("cost: exceptions above one another", "[limits]") {
    std::string text;
    for (std::size_t i = 0; i < 5 * Many; ++i)
        text += "# colonnade: allow no-tip because " + std::to_string(i) + "\n";
    const auto at = static_cast<std::uint32_t>(text.size());
    const auto source =
        tests::source_of(text + "a:\n" + many([](auto i) { return " b" + i + ":\n"; }));
    dsl::Diagnostics diagnostics;
    for (std::uint32_t i = 0; i < Many; ++i)
        diagnostics.report({dsl::Code::NoTip, source, {at + i, at + i + 1}, "no tip"});
    dsl::apply_exceptions({source}, diagnostics);
    CHECK(diagnostics.empty());
}

TEST_CASE("cost: places in one endless line", "[limits]") {
    std::string list = "languages: [";
    for (std::size_t i = 0; i < Many; ++i)
        list += "{}, ";
    const auto source = tests::source_of(list + "]");
    dsl::Diagnostics diagnostics;
    (void)dsl::read_rulebook(
        tests::document_of(source, diagnostics), tests::tiny_catalogue(),
        [](const std::string&) { return std::nullopt; }, diagnostics);
    CHECK(dsl::render(diagnostics, false).size() < 100'000);
}
