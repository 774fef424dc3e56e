// SPDX-License-Identifier: Apache-2.0
// Texts that are made to cost far more than they weigh. Each would take minutes, or the whole
// stack, if the cost were not about linear; none asserts a time, but the test's own limit ends a
// run away.
#include <catch2/catch.hpp>

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
