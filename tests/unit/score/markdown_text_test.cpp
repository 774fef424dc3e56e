// SPDX-License-Identifier: Apache-2.0
// Whatever a text holds, Markdown shows the text.
#include "cli/render/markdown_text.hpp"

#include <catch2/catch.hpp>

using colonnade::cli::markdown_text;

TEST_CASE("nothing in a text is Markdown") {
    struct Row {
        std::string_view text;
        std::string_view markdown;
    };
    const Row rows[]{
        {"", ""},
        {"Grüße, 2–3 per week (45%).", "Grüße, 2–3 per week (45%)."},
        {"a*b_c`d", "a\\*b\\_c\\`d"},
        {"[x](javascript:y)", "\\[x\\](javascript:y)"},
        {"![x][y]", "!\\[x\\]\\[y\\]"},
        {"<img src=x> &amp;", "&lt;img src=x&gt; &amp;amp;"},
        {"a|b\\|c", "a\\|b\\\\\\|c"},
        {"~~x~~ $y$ {z}", "\\~\\~x\\~\\~ \\$y\\$ \\{z\\}"},
        {"see https://a.example", "see https&#58;//a.example"},
        {"www.a.example", "www&#46;a.example"},
        {"@everyone",
         "@\xE2\x81\xA0"
         "everyone"},
        {"see #12",
         "see \\#\xE2\x81\xA0"
         "12"},
        {"a\nb\tc", "a&lt;U+000A&gt;b&lt;U+0009&gt;c"},
        {"\xE2\x80\xAEok\xFF", "&lt;U+202E&gt;ok&lt;FF&gt;"},
    };
    for (const auto& row : rows)
        CHECK(markdown_text(row.text) == row.markdown);
}

TEST_CASE("a text that begins a line begins no list, heading or underline") {
    CHECK(markdown_text("- x") == "\\- x");
    CHECK(markdown_text("+ x") == "\\+ x");
    CHECK(markdown_text("===") == "\\===");
    CHECK(markdown_text("1. x") == "1\\. x");
    CHECK(markdown_text("12) x") == "12\\) x");
    CHECK(markdown_text("12.") == "12\\.");
    CHECK(markdown_text("86.8") == "86.8");
    CHECK(markdown_text("# x") == "\\#\xE2\x81\xA0 x");
    CHECK(markdown_text("    code ") == "code");
    CHECK(markdown_text("   ") == "");
}
