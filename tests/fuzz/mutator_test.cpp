// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/mutator.hpp"

#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>
#include <functional>
#include <set>

#include "tests/fuzz/dictionary.hpp"

using namespace colonnade::fuzz;

namespace {

constexpr int Often = 1'000;
constexpr std::size_t MostBytes = 40;
const std::string Text = "0123456789abcdefghij";

Mutator mutator(std::uint64_t seed = 1) {
    return {seed, {{Text, "ABCDEFGHIJKLMNOP"}, {"<word>"}, MostBytes}};
}

// What one kind of change makes of the text, tried often.
std::vector<std::string> changed(Change kind) {
    auto made = mutator();
    std::vector<std::string> all;
    for (int i = 0; i < Often; ++i)
        made.change(kind, all.emplace_back(Text));
    return all;
}

bool any(Change kind, const std::function<bool(const std::string&)>& holds) {
    const auto all = changed(kind);
    return std::any_of(all.begin(), all.end(), holds);
}

bool all(Change kind, const std::function<bool(const std::string&)>& hold) {
    const auto every = changed(kind);
    return std::all_of(every.begin(), every.end(), hold);
}

int different_bits(const std::string& text) {
    int count = 0;
    for (std::size_t i = 0; i < Text.size(); ++i)
        count += std::popcount(static_cast<unsigned char>(text.at(i) ^ Text.at(i)));
    return count;
}

auto has(const std::string& part) {
    return [=](const std::string& text) { return text.find(part) != text.npos; };
}

}  // namespace

TEST_CASE("each kind of change is what it is called") {
    CHECK(all(Change::Flip, [](const auto& text) { return different_bits(text) == 1; }));
    CHECK(all(Change::Set, [](const auto& text) { return text.size() == Text.size(); }));
    CHECK(any(Change::Set, [](const auto& text) { return different_bits(text) > 1; }));
    CHECK(all(Change::Insert, [](const auto& text) { return text.size() > Text.size(); }));
    CHECK(all(Change::Erase, [](const auto& text) { return text.size() < Text.size(); }));
    CHECK(any(Change::Copy, has("abcab")));
    CHECK(any(Change::Splice, has("012LMNOP")));
    CHECK(all(Change::Word, has("<word>")));
    CHECK(any(Change::Word, has("01<word>89")));
    CHECK(any(Change::Number, has("9007199254740993")));
    CHECK(any(Change::Number, has(std::string("\xff\xff\xff\x7f", 4))));
}

TEST_CASE("inputs stay within their bounds") {
    auto made = mutator();
    std::size_t longest = 0;
    for (int i = 0; i < Often; ++i)
        longest = std::max(longest, made.next().size());
    CHECK(longest == MostBytes);
}

TEST_CASE("out of nothing something is made") {
    Mutator made(1, {{}, {}, MostBytes});
    std::set<std::string> inputs;
    for (int i = 0; i < Often; ++i)
        inputs.insert(made.next());
    CHECK(inputs.size() > Often / 4);
}

TEST_CASE("a seed makes the same inputs again") {
    auto one = mutator(7);
    auto same = mutator(7);
    auto other = mutator(8);
    int alike = 0;
    for (int i = 0; i < Often; ++i) {
        const auto input = one.next();
        REQUIRE(same.next() == input);
        alike += other.next() == input ? 1 : 0;
    }
    CHECK(alike < Often / 10);
}

TEST_CASE("a dictionary has words and remarks") {
    CHECK(words_of("# remark\n\"a b\"\n\n\"\\x7fELF\\\\\\\"\"\nname\n\"\\x\"") ==
          std::vector<std::string>{"a b",
                                   "\x7f"
                                   "ELF\\\"",
                                   std::string(1, '\0')});
}
