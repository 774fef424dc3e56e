// SPDX-License-Identifier: Apache-2.0
// Matching of word lists, held against a search that is plain and slow.
#include "colonnade/sdk/word_index.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/plugins/values.hpp"

namespace colonnade::sdk {
namespace {

// Entries with a column made of them, which borrows them.
struct List {
    explicit List(const std::vector<std::string>& entries)
        : column(parameter(), {tests::Value(plain(entries))}) {}

    static tests::WordList plain(const std::vector<std::string>& entries) {
        tests::WordList list;
        for (const auto& entry : entries) {
            list.emplace_back("", entry);
        }
        return list;
    }
    static colonnade_parameter parameter() {
        colonnade_parameter made{};
        made.kind = COLONNADE_WORDS;
        return made;
    }
    [[nodiscard]] WordIndex index() const { return WordIndex(Words(*column.raw())); }

    tests::Column column;
};

std::string dump(const List& list, std::string_view text) {
    WordIndex index = list.index();
    std::string out;
    for (const auto& match : index.matches_in(text)) {
        out += std::to_string(match.entry) + "@" + std::to_string(match.first) + "-" +
               std::to_string(match.end) + " ";
    }
    return out;
}

}  // namespace

TEST_CASE("entries match whole words, starts of words and rests of phrases",
          "[plugins][sdk][words]") {
    const List list({"vice president", "Leiter*", "to *", "gefällt mir, wenn", "x*", "Co-Founder"});
    CHECK(dump(list, "") == "");
    CHECK(dump(list, "Vice President Sales") == "0@0-2 ");
    CHECK(dump(list, "service president") == "");
    CHECK(dump(list, "vice presidents") == "");
    CHECK(dump(list, "vice, president") == "");
    CHECK(dump(list, "vice") == "");
    CHECK(dump(list, "Leiterin, Abteilungsleiter") == "1@0-1 ");
    CHECK(dump(list, "right hand to the boss, really | to me") == "2@2-6 2@6-8 ");
    CHECK(dump(list, "Gefällt mir wenn") == "3@0-3 ");
    CHECK(dump(list, "Gefällt mir, wenn") == "3@0-3 ");
    CHECK(dump(list, "X xylophone") == "4@0-1 4@1-2 ");
    CHECK(dump(list, "co founder") == "5@0-2 ");
    CHECK(dump(list, "cofounder") == "");
}

TEST_CASE("equal entries count as one", "[plugins][sdk][words]") {
    CHECK(dump(List({"cat", "CAT", "cat*", "x*", "X*"}), "cat x") == "0@0-1 2@0-1 3@1-2 ");
}

TEST_CASE("an entry needs a letter or digit", "[plugins][sdk][words]") {
    for (const char* entry : {"", "*", " *", "!?", "🚀"}) {
        const List list({"fine", entry});
        CHECK_THROWS_AS(list.index(), Failure);
    }
}

TEST_CASE("the index finds what a plain search finds", "[plugins][sdk][words]") {
    // All words of up to three letters of a small alphabet, whole and as starts.
    std::vector<std::string> words;
    for (const char* word : {"a", "b", "ä", "ab", "ba", "äb", "aba", "abb", "bäa"}) {
        words.emplace_back(word);
        words.push_back(std::string(word) + "*");
    }
    const List list(words);
    WordIndex index = list.index();
    for (const auto& text : words) {
        const std::string word = text.substr(0, text.find('*')) + "b";
        std::size_t expected = 0;
        for (const auto& entry : words) {
            const bool is_start = entry.back() == '*';
            const std::string letters = entry.substr(0, entry.size() - (is_start ? 1 : 0));
            if (is_start ? word.compare(0, letters.size(), letters) == 0 : word == letters)
                ++expected;
        }
        INFO(word);
        CHECK(index.matches_in(word).size() == expected);
    }
}

}  // namespace colonnade::sdk
