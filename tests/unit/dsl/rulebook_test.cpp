// SPDX-License-Identifier: Apache-2.0
// The head of a rulebook, its pillars, ratings, cautions and lists; schemas and word lists.
#include <catch2/catch.hpp>

#include "dsl/text/render.hpp"
#include "tests/support/tiny.hpp"

using namespace colonnade;
using tests::read_book;
using tests::read_rule_with;

namespace {

using Marks = std::vector<std::string>;

// A whole small rulebook in which `from` is replaced by `to`.
Marks changed(const std::string& from, const std::string& to) {
    auto text = tests::book_with("pass: has photo");
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return read_book(text.replace(at, from.size(), to)).marks();
}

Marks with(const std::string& lines) {
    return read_rule_with("pass: has photo", lines).marks();
}

Marks schema(const std::string& facts) {
    dsl::Diagnostics diagnostics;
    const auto source =
        tests::source_of("colonnade: 1\nschema: s\nlanguages: [en]\nfacts:\n" + facts);
    (void)dsl::read_schema(tests::document_of(source, diagnostics), diagnostics);
    tests::Reading reading{{}, diagnostics.sorted(), source};
    return reading.marks();
}

Marks word_list(const std::string& keys) {
    dsl::Diagnostics diagnostics;
    const auto source = tests::source_of(keys);
    (void)dsl::read_word_list(tests::document_of(source, diagnostics), diagnostics);
    tests::Reading reading{{}, diagnostics.sorted(), source};
    return reading.marks();
}

}  // namespace

TEST_CASE("a small rulebook has no findings", "[dsl][rulebook]") {
    const auto reading = read_rule_with("pass: has photo");
    CHECK(reading.marks().empty());
    CHECK(reading.rulebook.id == "small");
    CHECK(reading.rulebook.horizon == 12 * 604'800.0);
    CHECK(reading.rulebook.pillars.at(0).rules.at(0).effort.minutes == 1);
}

TEST_CASE("the head of a rulebook", "[dsl][rulebook]") {
    CHECK(changed("colonnade: 1\n", "").at(0).starts_with("missing-key"));
    CHECK(changed("colonnade: 1", "colonnade: 2") == Marks{"wrong-version: 2"});
    CHECK(changed("colonnade: 1", "colonnade:") == Marks{"wrong-shape: colonnade"});
    CHECK(changed("rulebook: small", "rulebook: a/b") == Marks{"wrong-value: a/b"});
    CHECK(changed("rulebook: small", "rulebook: ''") == Marks{"wrong-value: rulebook"});
    CHECK(changed("title: {en: T}", "title: T") == Marks{"wrong-shape: title"});
    CHECK(changed("title: {en: T}", "title: {de: T}") ==
          Marks{"missing-language: title", "unknown-key: de"});
    CHECK(changed("title: {en: T}", "titel: {en: T}").size() == 2);
    CHECK(with("horizon: 26 weeks\n").empty());
    CHECK(with("horizon: 0 weeks\n") == Marks{"wrong-value: 0 weeks"});
    CHECK(with("horizon: 12 weeks or more\n") == Marks{"wrong-value: 12 weeks or more"});
    CHECK(with("horizon: 12\n") == Marks{"wrong-type: 12"});
}

TEST_CASE("a broken list of languages is one finding", "[dsl][rulebook]") {
    CHECK(changed("languages: [en]", "languages: en") == Marks{"wrong-shape: languages"});
    CHECK(changed("languages: [en]", "languages: []") == Marks{"wrong-value: languages"});
    CHECK(changed("languages: [en]", "languages:") == Marks{"wrong-shape: languages"});
    const auto missing = changed("languages: [en]\n", "");
    REQUIRE(missing.size() == 1);
    CHECK(missing.front().starts_with("missing-key"));
}

TEST_CASE("points and weights must be worth something", "[dsl][rulebook]") {
    CHECK(changed("points: 1", "points: 0") == Marks{"nothing-to-earn: p"});
    CHECK(changed("weight: 100", "weight: 0") == Marks{"nothing-to-earn: pillars"});
    CHECK(changed("weight: 100", "weight: 40") == Marks{"weights-not-100: pillars"});
    for (const auto* wrong : {"-1", "1e3", "2,5", "many", "0x1", "nan", "inf"}) {
        INFO(wrong);
        CHECK(changed("points: 1\n", std::string("points: ") + wrong + "\n").at(0) ==
              std::string("wrong-value: ") + wrong);
    }
}

TEST_CASE("parts of a rulebook are maps", "[dsl][rulebook]") {
    for (const auto* key : {"define", "lists", "cautions", "ratings"}) {
        INFO(key);
        CHECK(with(std::string(key) + ": words\n") == Marks{std::string("wrong-shape: ") + key});
        CHECK(with(std::string(key) + ": [a]\n") == Marks{std::string("wrong-shape: ") + key});
    }
    CHECK(read_book("").marks().size() == 1);
    CHECK(read_book("- a").marks().size() == 1);
    CHECK(read_book("just words").marks().size() == 1);
}

TEST_CASE("ratings rise from 0%", "[dsl][rulebook]") {
    const auto rating = [](const std::string& id, const std::string& from) {
        return "  " + id + ": {from: " + from + ", colour: red, sign: x, title: {en: W}}\n";
    };
    CHECK(with("ratings:\n" + rating("a", "0%") + rating("b", "70%")).empty());
    CHECK(with("ratings:\n" + rating("a", "10%")) == Marks{"curve-form: a"});
    CHECK(with("ratings:\n" + rating("a", "0%") + rating("b", "0%")) == Marks{"curve-form: b"});
    CHECK(with("ratings:\n" + rating("a", "0%") + rating("b", "7 days")).at(0) ==
          "wrong-type: 7 days");
}

TEST_CASE("a caution names the value of its comparison", "[dsl][rulebook]") {
    const auto caution = [](const std::string& when) {
        return "cautions:\n  c:\n    title: {en: C}\n    when: " + when +
               "\n    text: {en: At <value>}\n";
    };
    CHECK(with(caution("followers > 3")).empty());
    CHECK(with(caution("photo")) == Marks{"placeholder: <value>"});
    CHECK(with(caution("follower > 3")) == Marks{"unknown-name: follower"});
    CHECK(with(caution("followers")) == Marks{"wrong-type: followers"});
}

TEST_CASE("facts of a schema", "[dsl][schema]") {
    CHECK(schema("  a: {type: number, title: {en: A}}\n").empty());
    CHECK(schema("  a: {type: numbr, title: {en: A}}\n") == Marks{"wrong-value: numbr"});
    CHECK(schema("  a: {type: number}\n") == Marks{"missing-key: a"});
    CHECK(schema("  A: {type: number, title: {en: A}}\n") == Marks{"wrong-value: A"});
    CHECK(schema("  as_of: {type: number, title: {en: A}}\n") == Marks{"wrong-value: as_of"});
    CHECK(schema("  where: {type: number, title: {en: A}}\n") == Marks{"wrong-value: where"});
    CHECK(schema("  a: {type: number, min: 3, max: 2, title: {en: A}}\n") ==
          Marks{"wrong-value: max"});
    CHECK(schema("  a: {type: number, min: 3 or more, title: {en: A}}\n") ==
          Marks{"wrong-value: 3 or more"});
    CHECK(schema("  a: {type: list, title: {en: A}}\n") == Marks{"missing-key: a"});
    CHECK(schema("  a: {type: list, title: {en: A}, record: x}\n") == Marks{"wrong-shape: record"});
    CHECK(schema("  a: {type: list, title: {en: A}, record: {at: {type: text}}}\n") ==
          Marks{"wrong-type: at"});
    CHECK(schema("  a: {type: list, title: {en: A}, record: {b: {type: list}}}\n") ==
          Marks{"wrong-type: b"});
    CHECK(schema("  a: {type: category, title: {en: A}}\n") == Marks{"missing-key: a"});
    CHECK(schema("  a: {type: category, values: [b, C], title: {en: A}}\n").size() == 1);
    CHECK(schema("  a: {type: yes/no, stateable: yes, title: {en: A}}\n") ==
          Marks{"wrong-value: yes"});
    CHECK(schema("  [a]\n") == Marks{"wrong-shape: facts"});
}

TEST_CASE("word lists", "[dsl][rulebook]") {
    CHECK(word_list("colonnade: 1\nlist: a\nwords: [b, c]").empty());
    CHECK(word_list("colonnade: 1\nlist: a\ngroups: {g: [b], h: [c]}").empty());
    CHECK(word_list("colonnade: 1\nlist: a").size() == 1);
    CHECK(word_list("colonnade: 1\nlist: a\nwords: b") == Marks{"wrong-shape: words"});
    CHECK(word_list("colonnade: 1\nlist: a\ngroups: [b]") == Marks{"wrong-shape: groups"});
    CHECK(word_list("colonnade: 1\nlist: a\ngroups: {G h: [b]}") == Marks{"wrong-value: G h"});
    CHECK(with("lists:\n  own: [a, b]\n  pets: [dog]\n").empty());
}

TEST_CASE("every code has a text and a severity", "[dsl][text]") {
    for (const auto code : dsl::all_codes()) {
        CHECK_FALSE(dsl::text_of(code).empty());
        CHECK_FALSE(dsl::text_of(dsl::severity_of(code)).empty());
    }
}

TEST_CASE("a finding is shown with its line, carets and help", "[dsl][text]") {
    dsl::Diagnostics diagnostics;
    const auto source = tests::source_of("a: 1\ngröße: \twörter x\n");
    diagnostics.report({dsl::Code::WrongValue, source, {15, 22}, "no `x`", "write `y`"});
    CHECK(dsl::render(diagnostics, false) ==
          "book.yaml:2:9: error: no `x` [wrong-value]\n"
          "    2 | größe:  wörter x\n"
          "      |         ^^^^^^\n"
          "      = help: write `y`\n"
          "1 error, 0 warnings, 0 notes\n");
    CHECK(dsl::render(diagnostics, true).find("\x1b[1;31m^^^^^^\x1b[0m") != std::string::npos);
}

TEST_CASE("long lines are shown as a window around the finding", "[dsl][text]") {
    dsl::Diagnostics diagnostics;
    std::string text = "x: ";
    for (int i = 0; i < 400; ++i)
        text += "ä";
    const auto source = tests::source_of(text + "!" + std::string(500, 'b'));
    const auto at = static_cast<std::uint32_t>(text.size());
    diagnostics.report({dsl::Code::WrongValue, source, {at, at + 1}, "m"});
    const auto shown = dsl::render(diagnostics.sorted().front(), false);
    CHECK(shown.size() < 400);
    CHECK(shown.find("ä!b") != std::string::npos);
}
