// SPDX-License-Identifier: Apache-2.0
// Every typed node knows the piece of text that it was made of, and where that stands in the file.
#include <catch2/catch.hpp>

#include "tests/support/tiny.hpp"

using namespace colonnade;

namespace {

// The text of the rule's measure and of all its parts, each with what the file has at its place.
std::vector<std::string> pieces_of(const tests::Reading& reading) {
    const auto& rulebook = reading.rulebook;
    const auto& rule = rulebook.pillars.front().rules.front();
    std::vector<int> open{rule.measure};
    std::vector<std::string> pieces;
    while (!open.empty()) {
        const int node = open.back();
        open.pop_back();
        const auto& typed = rulebook.nodes.at(node);
        const auto& text = rulebook.nodes.texts.at(static_cast<std::size_t>(typed.written));
        const auto piece = std::string(dsl::written_at(rulebook.nodes, node));
        pieces.push_back(piece);
        const auto there = rulebook.sources.at(0)->text(text.place(typed.span));
        if (text.verbatim) CHECK(there == piece);
        open.insert(open.end(), typed.args.rbegin(), typed.args.rend());
    }
    return pieces;
}

}  // namespace

TEST_CASE("a node's piece of text stands at its place") {
    const auto reading = tests::read_rule_with("pass: count(posts) > 3 and has photo");
    CHECK(pieces_of(reading) == std::vector<std::string>{"count(posts) > 3 and has photo",
                                                         "count(posts) > 3", "count(posts)",
                                                         "posts", "3", "photo"});
}

TEST_CASE("what a define says stands in the text of the define") {
    const auto reading =
        tests::read_rule_with("pass: 1 < often", "define:\n  often: count(posts)\n");
    CHECK(pieces_of(reading) ==
          std::vector<std::string>{"1 < often", "1", "count(posts)", "posts"});
    const auto& rulebook = reading.rulebook;
    const auto& define = rulebook.defines.at(0);
    CHECK(rulebook.nodes.at(define.node).written == define.written);
    CHECK(rulebook.pillars[0].rules[0].written != define.written);
}

TEST_CASE("a list that is narrowed is the piece that narrows it") {
    const auto reading = tests::read_rule_with("pass: count(new where words > 9) > 3",
                                               "define:\n  new: posts in last 4 weeks\n");
    const auto pieces = pieces_of(reading);
    CHECK(pieces.at(2) == "new where words > 9");
    CHECK(pieces.at(3) == "words > 9");
}

TEST_CASE("a text over several lines has one place, and its pieces are still known") {
    const auto reading = tests::read_rule_with("pass: >-\n  count(posts)\n  > 3");
    CHECK(pieces_of(reading).at(1) == "count(posts)");
    const auto& text = reading.rulebook.nodes.texts.front();
    CHECK_FALSE(text.verbatim);
    CHECK(text.place({3, 5}) == text.span);
}

TEST_CASE("the words of a condition are found as those of a measure") {
    const auto reading = tests::read_rule_with("pass: has photo\nif: count(posts) > 0");
    const auto& rule = reading.rulebook.pillars[0].rules[0];
    const auto& texts = reading.rulebook.nodes.texts;
    CHECK(texts.at(static_cast<std::size_t>(rule.written)).text == "has photo");
    CHECK(texts.at(static_cast<std::size_t>(rule.condition_written)).text == "count(posts) > 0");
}
