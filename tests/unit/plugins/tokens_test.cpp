// SPDX-License-Identifier: Apache-2.0
// Texts as words: what a letter is, what capitals fold to, what parts words, groups and phrases.
#include "colonnade/sdk/tokens.hpp"

#include <catch2/catch.hpp>

namespace colonnade::sdk {
namespace {

// Words in the order of the text: blanks between them, `,` between groups, `|` between phrases.
std::string dump(std::string_view text) {
    Tokens tokens;
    tokens.read(text);
    std::string out;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool is_same_phrase = i == 0 || tokens.end_of_phrase(i - 1) > i;
        if (i > 0) out += !is_same_phrase ? "|" : tokens.are_in_one_group(i - 1, i) ? " " : ",";
        out += tokens.word(i);
    }
    return out;
}

std::string folded_text(char32_t code) {
    std::string out;
    append_utf8(out, folded(code));
    return out;
}

}  // namespace

TEST_CASE("words are runs of letters and digits", "[plugins][sdk][tokens]") {
    CHECK(dump("").empty());
    CHECK(dump(" .,- ").empty());
    CHECK(dump("Head of Sales") == "head of sales");
    CHECK(dump("C++, C# & Web3.0") == "c,c web3 0");
    CHECK(dump("Vice-President") == "vice president");
    CHECK(dump("Dr. Müller's") == "dr müller s");
    CHECK(dump("Straße ÄÖÜ") == "straße äöü");
    CHECK(dump("\xC2\xA0"
               "a\xC2\xA0"
               "b") == "a b");
    CHECK(dump("日本 Москва") == "日本 Москва");
    CHECK(dump("a_b*c@d") == "a b c d");
}

TEST_CASE("signs part groups and phrases", "[plugins][sdk][tokens]") {
    CHECK(dump("Sales, Director") == "sales,director");
    CHECK(dump("CEO (interim)") == "ceo,interim");
    CHECK(dump("CEO/CFO") == "ceo,cfo");
    CHECK(dump("CEO / CFO") == "ceo|cfo");
    CHECK(dump("CEO|CFO") == "ceo|cfo");
    CHECK(dump("CEO - CFO") == "ceo|cfo");
    CHECK(dump("CEO – CFO • COO · CIO") == "ceo|cfo|coo|cio");
    CHECK(dump("CEO; CFO\nCOO") == "ceo|cfo|coo");
    CHECK(dump("CEO 🚀 CFO") == "ceo|cfo");
    CHECK(dump("„CEO“ »CFO«") == "ceo,cfo");
}

TEST_CASE("capitals fold in Latin-1 and Latin Extended-A", "[plugins][sdk][tokens]") {
    CHECK(folded('A') == 'a');
    CHECK(folded('1') == '1');
    CHECK(folded_text(U'É') == "é");
    CHECK(folded_text(U'Þ') == "þ");
    CHECK(folded_text(U'×') == "×");
    CHECK(folded_text(U'ß') == "ß");
    CHECK(folded_text(U'ẞ') == "ß");
    CHECK(folded_text(U'Š') == "š");
    CHECK(folded_text(U'Ł') == "ł");
    CHECK(folded_text(U'ł') == "ł");
    CHECK(folded_text(U'Ň') == "ň");
    CHECK(folded_text(U'Ÿ') == "ÿ");
    CHECK(folded_text(U'Ž') == "ž");
    CHECK(folded_text(U'ž') == "ž");
    CHECK(folded_text(U'İ') == "i");
    CHECK(folded_text(U'ı') == "ı");
    CHECK(folded_text(U'ĸ') == "ĸ");
    CHECK(folded_text(U'Я') == "Я");
}

TEST_CASE("folding twice is folding once, and no letter is lost", "[plugins][sdk][tokens]") {
    for (char32_t code = 0; code < 0x250; ++code) {
        CHECK(folded(folded(code)) == folded(code));
        CHECK(is_word_character(folded(code)) == is_word_character(code));
    }
}

TEST_CASE("characters of every length come back as they were", "[plugins][sdk][tokens]") {
    for (const char32_t code :
         {0x41U, 0x7FU, 0x80U, 0x7FFU, 0x800U, 0xFFFDU, 0x10000U, 0x10FFFFU}) {
        std::string text;
        append_utf8(text, code);
        CHECK(character_at(text, 0).code == code);
        CHECK(character_at(text, 0).bytes == text.size());
    }
}

}  // namespace colonnade::sdk
