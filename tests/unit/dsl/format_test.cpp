// SPDX-License-Identifier: Apache-2.0
// The pieces of the layout: where block texts end, what YAML takes for no text, what is refused.
// Whole files before and after: tests/golden/fmt.
#include <catch2/catch.hpp>

#include "dsl/format/block_scalar.hpp"
#include "dsl/format/format.hpp"
#include "dsl/format/other_than_text.hpp"
#include "dsl/yaml/read.hpp"

using namespace colonnade::dsl;

namespace {

std::optional<std::string> laid_out(const std::string& text) {
    Diagnostics diagnostics;
    return lay_out_file(std::make_shared<const Source>("a.yaml", text), diagnostics);
}

std::string content_of(const std::string& text, std::size_t parent) {
    const auto block = locate_block(text, text.find_first_of("|>"), parent);
    return text.substr(block.begin, block.end - block.begin);
}

Node read(const std::string& text) {
    Diagnostics diagnostics;
    return *read_yaml(std::make_shared<const Source>("a.yaml", text), diagnostics);
}

}  // namespace

TEST_CASE("a block text ends before what stands further out") {
    CHECK(content_of("a: |\n  x\n  y\nb: 1\n", 0) == "  x\n  y");
    CHECK(content_of("a: |\n   x\n  # comment\n", 0) == "   x");
    CHECK(content_of("a: |\n  x\n  # text\n", 0) == "  x\n  # text");
    CHECK(content_of("a: |\n  x", 0) == "  x");
}

TEST_CASE("blank lines belong to a block text between its lines, and where they are wider") {
    CHECK(content_of("a: |\n\n  x\n\n  y\n\n\n", 0) == "\n  x\n\n  y");
    CHECK(content_of("a: |\n  x\n    \nb: 1\n", 0) == "  x\n    ");
    CHECK(content_of("a: |\n  x\n  \nb: 1\n", 0) == "  x");
}

TEST_CASE("a block text may be empty") {
    CHECK(content_of("a: |\nb: 1\n", 0).empty());
    CHECK(content_of("a: |", 0).empty());
    CHECK(content_of("a: |\n     \n  # comment\nb: 1\n", 0).empty());
}

TEST_CASE("the sign of a block text may say where its lines start") {
    const auto block = locate_block("a: |2-\n    x\n", 3, 0);
    CHECK(block.width == 2U);
    CHECK(block.column == 2);
    CHECK(block.sign == 3);
}

TEST_CASE("what YAML takes for something other than a text") {
    for (const auto* word : {"no", "Yes", "OFF", "true", "y", "N", "3", "-2.5", "1e3", "0x1F",
                             "1_000", "2026-11-20", "12:30", ".5", ".inf", ".NaN"}) {
        CAPTURE(word);
        CHECK(is_other_than_text(word));
    }
    for (const auto* word :
         {"", "-", ".", "not", "3 posts", "none", "a1b", "Nein", "90 %", "e5x"}) {
        CAPTURE(word);
        CHECK_FALSE(is_other_than_text(word));
    }
}

TEST_CASE("trees are compared by what they say") {
    const auto tree = read("a: {b: [x, \"y\"]}\nc:\n");
    CHECK(say_the_same(tree, read("a:\n  b:\n    - 'x'\n    - y\nc:  # nothing\n")));
    for (const auto* other : {"a: {b: [x, z]}\nc:\n", "a: {b: [x]}\nc:\n", "c:\na: {b: [x, y]}\n",
                              "a: {b: [x, y]}\nc: ''\n", "a: {d: [x, y]}\nc:\n"}) {
        CAPTURE(other);
        CHECK_FALSE(say_the_same(tree, read(other)));
    }
}

TEST_CASE("an empty file stays empty") {
    CHECK(laid_out("") == "");
    CHECK(laid_out("\n \n") == "");
    CHECK(laid_out("\xEF\xBB\xBF") == "");
}

TEST_CASE("maps as deep as they may be are laid out, deeper ones are refused") {
    const auto nested = [](std::size_t depth) {
        std::string text = "{en: x}";
        for (std::size_t i = 0; i < depth; ++i)
            text = "{a: " + text + "}";
        return "a: " + text + "\n";
    };
    const auto deep = laid_out(nested(MostYamlDepth - 2));
    REQUIRE(deep);
    CHECK(deep->starts_with("a:\n  a:\n    a:\n"));
    CHECK_FALSE(laid_out(nested(MostYamlDepth - 1)));
}

TEST_CASE("a key that only YAML knows is refused with its place") {
    Diagnostics diagnostics;
    CHECK_FALSE(
        lay_out_file(std::make_shared<const Source>("a.yaml", "a: 1\n? b\n: 2\n"), diagnostics));
    REQUIRE(diagnostics.sorted().size() == 1);
    CHECK(diagnostics.sorted().front().code == Code::YamlFeature);
    CHECK(diagnostics.sorted().front().span == Span{5, 6});
}
