// SPDX-License-Identifier: Apache-2.0
// The strict reader: exact places in every style of scalar, and what it refuses.
#include <catch2/catch.hpp>

#include "dsl/text/edit.hpp"
#include "tests/support/tiny.hpp"

using namespace colonnade;
using tests::source_of;

namespace {

struct Read {
    std::shared_ptr<const dsl::Source> source;
    std::optional<dsl::Node> root;
    std::vector<dsl::Diagnostic> findings;
};

Read read(const std::string& text) {
    Read result;
    dsl::Diagnostics diagnostics;
    result.source = source_of(text);
    result.root = dsl::read_yaml(result.source, diagnostics);
    result.findings = diagnostics.sorted();
    return result;
}

// The text of the scalar under the key `x`, a `|`, and what its span marks in the source.
std::string scalar(const std::string& text) {
    const auto result = read(text);
    const auto* node = result.root ? result.root->find("x") : nullptr;
    if (node == nullptr) return "no x";
    return node->text + "|" + std::string(result.source->text(node->span)) +
           (node->verbatim ? "" : "|not verbatim");
}

// `CODE at LINE:COLUMN` of each finding.
std::string findings(const std::string& text) {
    const auto result = read(text);
    std::string all;
    for (const auto& f : result.findings) {
        const auto place = result.source->place(f.span.begin);
        all += (all.empty() ? "" : ", ") + std::string(dsl::text_of(f.code)) + " at " +
               std::to_string(place.line) + ":" + std::to_string(place.column);
    }
    return all + (result.root ? "" : ", no tree");
}

}  // namespace

TEST_CASE("plain, quoted and block scalars know where their text stands", "[dsl][yaml]") {
    CHECK(scalar("x: a b") == "a b|a b");
    CHECK(scalar("x:   a b  # why") == "a b|a b");
    CHECK(scalar("x: 'a b'") == "a b|a b");
    CHECK(scalar("x: \"a b\"") == "a b|a b");
    CHECK(scalar("x: |\n  a b\n") == "a b|a b");
    CHECK(scalar("x: |-  # why\n\n  a b\n") == "\na b|a b|not verbatim");
    CHECK(scalar("x: >-\n  a b\n") == "a b|a b");
    CHECK(scalar("x: >+\n  a b\n\n\n") == "a b|a b");
    CHECK(scalar("größe: 1\nx: ä b") == "ä b|ä b");
    CHECK(scalar("y: 1\r\nx: a b\r\nz: 2\r\n") == "a b|a b");
    CHECK(scalar("x: |\r\n  a b\r\nz: 2\r\n") == "a b|a b");
    CHECK(scalar("\xEF\xBB\xBFx: a b") == "a b|a b");
    CHECK(scalar("{y: 1, x: a b}") == "a b|a b");
    CHECK(scalar("'x': a b") == "a b|a b");
    CHECK(scalar("x: ''") == "|");
}

TEST_CASE("a text that YAML changes is marked as a whole", "[dsl][yaml]") {
    CHECK(scalar("x: 'it''s'") == "it's|it''s|not verbatim");
    CHECK(scalar("x: \"a\\tb\"") == "a\tb|a\\tb|not verbatim");
    CHECK(scalar("x: \"\\\"a\\\"\"") == "\"a\"|\\\"a\\\"|not verbatim");
    CHECK(scalar("x: a\n  b") == "a b|a|not verbatim");
    CHECK(scalar("x: >\n  a\n  b\n") == "a b|a|not verbatim");
    CHECK(scalar("x: |\n  a\n  b\n") == "a\nb|a|not verbatim");
    CHECK(scalar("x: \"a\n  b\"") == "a b|a\n  b|not verbatim");
}

TEST_CASE("scalars are texts, whatever they look like", "[dsl][yaml]") {
    for (const auto* text : {"010", "1e3", "yes", "no", "on", "off", "0x1F", ".nan", "<<",
                             "2026-11-23", "60%", "true"}) {
        INFO(text);
        const auto result = read(std::string("x: ") + text);
        REQUIRE(result.root);
        CHECK(result.findings.empty());
        CHECK(result.root->find("x")->kind == dsl::NodeKind::Scalar);
        CHECK(result.root->find("x")->text == text);
    }
    for (const auto* nothing : {"x:", "x: null", "x: ~", "x: # why"}) {
        INFO(nothing);
        CHECK(read(nothing).root->find("x")->kind == dsl::NodeKind::Empty);
    }
    CHECK(read("x:").root->find("x")->kind == dsl::NodeKind::Empty);
    CHECK(read("x: ''").root->find("x")->kind == dsl::NodeKind::Scalar);
    CHECK(read("").root->kind == dsl::NodeKind::Empty);
    CHECK(read("# nothing").root->kind == dsl::NodeKind::Empty);
}

TEST_CASE("entries keep their order and know whether they stand in braces", "[dsl][yaml]") {
    const auto result = read("b: 1\na: {d: 2, c: [3]}\n");
    REQUIRE(result.root);
    CHECK(result.root->entries[0].key.text == "b");
    CHECK_FALSE(result.root->entries[0].key.in_flow);
    const auto& inner = result.root->entries[1].value;
    CHECK(inner.entries[0].key.text == "d");
    CHECK(inner.entries[0].key.in_flow);
    CHECK(inner.find("c")->items[0].in_flow);
    CHECK(result.root->find("c") == nullptr);
}

TEST_CASE("a value that a comma in braces ended is marked", "[dsl][yaml]") {
    const auto first_is_cut = [](const std::string& text) {
        dsl::Diagnostics diagnostics;
        const auto root = dsl::read_yaml(tests::source_of(text), diagnostics);
        REQUIRE(root);
        CHECK(diagnostics.empty());
        return root->entries.at(0).value.cut;
    };
    CHECK(first_is_cut("{a: max(b, c)}"));
    CHECK(first_is_cut("{a: max(b, c, c)}"));
    CHECK_FALSE(first_is_cut("{a: b, c: d}"));
    CHECK_FALSE(first_is_cut("{a: 'b', c}"));
    CHECK_FALSE(first_is_cut("a: b\nc:\n"));
}

TEST_CASE("what the language does not use is refused with its place", "[dsl][yaml]") {
    CHECK(findings("a: 1\nx: &b c") == "yaml-feature at 2:4");
    CHECK(findings("a: 1\nx: *b").starts_with("yaml-"));
    CHECK(findings("a: &b 1\nx: *b") == "yaml-feature at 1:4, yaml-feature at 2:4");
    CHECK(findings("x: !a") == "yaml-feature at 1:4");
    CHECK(findings("x: != 5") == "yaml-feature at 1:4");
    CHECK(findings("x: !!str 5") == "yaml-feature at 1:4");
    CHECK(findings("&a [*a]").starts_with("yaml-feature at 1:1"));
    CHECK(findings("a: 1\n---\nb: 2") == "yaml-feature at 2:1, no tree");
    CHECK(findings("a: 1\n...\nb: 2").ends_with("no tree"));
    CHECK(findings("---\na: 1").empty());
    CHECK(findings("%YAML 1.2\n---\na: 1") == "yaml-feature at 1:1, no tree");
    CHECK(findings("x:\n%a") == "yaml-feature at 2:1, no tree");
    CHECK(findings("? [a]\n: 1") == "yaml-feature at 1:3, no tree");
    CHECK(findings("{{a: 1}: 2}") == "yaml-feature at 1:2, no tree");
}

TEST_CASE("the same key twice is refused, the first one stays", "[dsl][yaml]") {
    const auto result = read("a: 1\nb: 2\n'a': 3\n");
    REQUIRE(result.findings.size() == 1);
    CHECK(result.findings[0].code == dsl::Code::DuplicateKey);
    CHECK(result.source->place(result.findings[0].span.begin).line == 3);
    REQUIRE(result.findings[0].labels.size() == 1);
    CHECK(result.source->text(result.findings[0].labels[0].span) == "a");
    CHECK(result.root->find("a")->text == "1");
    CHECK(findings("a: 1\na: 2\na: 3") == "duplicate-key at 2:1, duplicate-key at 3:1");
    CHECK(findings("x: {a: 1, a: 2}") == "duplicate-key at 1:11");
}

TEST_CASE("broken text ends in one finding", "[dsl][yaml]") {
    for (const auto* text :
         {",",       ",,",      "a: b: c",   "a: [1", "a: {b",   "a:\n\t- b",     "a: 'x",
          "a: \"x",  "[:",      "{:",        "a: ]",  "a: }",    "- a\nb: 1",     "a: 1\n  b: 2",
          "@a: 1",   "x: `a`",  "x: @a",     "x: %a", "'a' = x", "\"a\" in b: c", "a: |x",
          "a: >= 5", "- - - ]", "a: \"\\q\""}) {
        INFO(text);
        const auto result = read(text);
        CHECK(result.findings.size() == 1);
        CHECK_FALSE(result.root);
    }
}

TEST_CASE("bytes that are no text are refused before YAML sees them", "[dsl][yaml]") {
    CHECK(findings("a: \xFC") == "not-utf8 at 1:4, no tree");
    CHECK(findings(std::string("a: x\0n", 6)) == "control-character at 1:5, no tree");
    CHECK(findings("a: 1\n\x1B[31m: 2") == "control-character at 2:1, no tree");
    CHECK(findings("a: \x7F") == "control-character at 1:4, no tree");
    CHECK(findings("a: b\tc").empty());
}

TEST_CASE("an empty value is placed at its key", "[dsl][yaml]") {
    const auto result = read("a:\n\n\nb: 1\nc: []\nd:\n");
    REQUIRE(result.root);
    CHECK(result.source->text(result.root->find("a")->span) == "a");
    CHECK(result.source->text(result.root->find("d")->span) == "d");
}

TEST_CASE("a quote that is never closed does not swallow the file", "[dsl][yaml]") {
    CHECK(findings("a: \"x\nb: 1\nc: 2\n") == "yaml-syntax at 1:4, no tree");
    CHECK(findings("a: 'it''s\nb: 1\n") == "yaml-syntax at 1:4, no tree");
    CHECK(findings("a: 'x'\nb: \"y\"\n").empty());
    CHECK(findings("a: 'x").ends_with("no tree"));
}

TEST_CASE("what was refused is not reported again by its readers", "[dsl][yaml]") {
    for (const auto* value : {"*b", "!b", "!!map"}) {
        INFO(value);
        const auto reading =
            tests::read_rule_with("pass: has photo\nif: " + std::string(value) + "\ncap: " + value);
        CHECK(reading.findings.size() <= 2);
        for (const auto& f : reading.findings)
            CHECK(f.code == dsl::Code::YamlFeature);
    }
    CHECK(findings("a: {<<: {b: 1}, c: 2}") == "yaml-feature at 1:5");
}

TEST_CASE("quotes are put around a value only where none are meant yet", "[dsl][yaml]") {
    const auto fixed = [](const std::string& text) {
        std::vector<dsl::Edit> edits;
        const auto result = read(text);
        for (const auto& finding : result.findings)
            edits.insert(edits.end(), finding.fix.begin(), finding.fix.end());
        return dsl::apply_edits(result.source->text(), std::move(edits));
    };
    CHECK(fixed("a: \"Foo\" bar\n") == "a: '\"Foo\" bar'\n");
    CHECK(fixed("a: \"Foo\" bar: baz\n") == "a: '\"Foo\" bar: baz'\n");
    CHECK(fixed("- 'Foo' bar\n") == "- \"'Foo' bar\"\n");
    // The quote that is missing stands in a line above, or is one too many.
    for (const std::string text :
         {"a: \"Foo\nb: \"fine\"\n", "a: \"Foo\nb: \"fine\" too\n", "a: 'Foo\nb: 'a: b'\n",
          "a: 'Foo's bar'\n", "a: \"say \"hi\" now\"\n", "a: \"Foo\" and \"Bar\"\n"}) {
        INFO(text);
        CHECK_FALSE(read(text).findings.empty());
        CHECK(fixed(text) == text);
    }
}
