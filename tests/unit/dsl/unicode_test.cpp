// SPDX-License-Identifier: Apache-2.0
// Counting, case, width and safe display of any bytes.
#include "dsl/text/unicode.hpp"

#include <catch2/catch.hpp>

using namespace colonnade::dsl;

TEST_CASE("the first byte that is no UTF-8 is found", "[dsl][text]") {
    const auto none = std::string_view::npos;
    CHECK(first_invalid_utf8("") == none);
    CHECK(first_invalid_utf8("Grüße € 😀") == none);
    CHECK(first_invalid_utf8("a\xFF") == 1);
    CHECK(first_invalid_utf8("ab\xC3") == 2);
    CHECK(first_invalid_utf8("\xC0\x80") == 0);          // overlong
    CHECK(first_invalid_utf8("x\xED\xA0\x80") == 1);     // half of a surrogate pair
    CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0);  // beyond U+10FFFF
    CHECK(first_invalid_utf8("gr\xFC\xDF") == 2);        // Latin-1
}

TEST_CASE("code points and words are counted", "[dsl][text]") {
    CHECK(code_point_count("") == 0);
    CHECK(code_point_count("Grüße") == 5);
    CHECK(code_point_count("a\xFFz") == 3);
    CHECK(word_count("") == 0);
    CHECK(word_count("  ") == 0);
    CHECK(word_count("ein Wort") == 2);
    CHECK(word_count("\tein\n\nWort \r") == 2);
    CHECK(word_count("ein\xC2\xA0Wort") == 2);      // no-break space
    CHECK(word_count("ein\xE2\x80\x89Wort") == 2);  // thin space
    CHECK(word_count("a-b, c") == 2);
}

TEST_CASE("lower case goes beyond ASCII", "[dsl][text]") {
    CHECK(lower("ÄRZTE und ΑΒΓ") == "ärzte und αβγ");
    CHECK(lower("Straße") == "straße");
    CHECK(lower("A\xFF") == "a\xFF");
}

TEST_CASE("width is that of a terminal", "[dsl][text]") {
    CHECK(display_width("abc") == 3);
    CHECK(display_width("äöü") == 3);
    CHECK(display_width("e\xCC\x81") == 1);  // combining accent
    CHECK(display_width("漢字") == 4);
    CHECK(display_width("😀") == 2);
    CHECK(display_width("\x1B") == 0);
}

TEST_CASE("a text is cut to a width", "[dsl][text]") {
    CHECK(cut_to_width("abc", 3) == "abc");
    CHECK(cut_to_width("abcd", 3) == "ab…");
    CHECK(cut_to_width("漢字漢", 4) == "漢…");
    CHECK(cut_to_width("abc", 0).empty());
    CHECK(cut_to_width("abc", 1) == "…");
}

TEST_CASE("nothing that a terminal obeys is printed", "[dsl][text]") {
    CHECK(visible("ä € 😀") == "ä € 😀");
    CHECK(visible("a\x1B[31m") == "a<U+001B>[31m");
    CHECK(visible(std::string_view("\0", 1)) == "<U+0000>");
    CHECK(visible("a\xE2\x80\xAE"
                  "b") == "a<U+202E>b");  // turns the writing direction
    CHECK(visible("\xC2\x9B") == "<U+009B>");
    CHECK(visible("\xF3\xA0\x80\x84") == "<U+E0004>");  // a tag that is not assigned yet
    CHECK(visible("a\xFF") == "a<FF>");
    CHECK(visible("a\nb") == "a<U+000A>b");
    CHECK(visible("a\nb", true) == "a\nb");
}
