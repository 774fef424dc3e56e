// SPDX-License-Identifier: Apache-2.0
// Texts cannot become markup, and a page's policy names what the page was made with.
#include "cli/html/page.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "cli/html/escape.hpp"
#include "engine/load/digest.hpp"

using namespace colonnade;
using namespace colonnade::cli;

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("nothing in a text is markup") {
    struct Row {
        std::string_view text;
        std::string_view html;
    };
    const Row rows[]{
        {"", ""},
        {"Grüße – 漢字", "Grüße – 漢字"},
        {"<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;"},
        {"&lt;", "&amp;lt;"},
        {std::string_view("a\0b", 3), "a&lt;U+0000&gt;b"},
        {"a\nb\x1b", "a&lt;U+000A&gt;b&lt;U+001B&gt;"},
        {"\xE2\x80\xAEok", "&lt;U+202E&gt;ok"},
        {"\xFF", "&lt;FF&gt;"},
        {"\xEF\xBF\xBE", "\xEF\xBF\xBD"},
    };
    for (const auto& row : rows)
        CHECK(escape_html(row.text) == row.html);
}

TEST_CASE("a page's policy names its own style and script and nothing else") {
    const auto page = html_page({"en", "A <title>", "p{}", "run()", "<p>Hello</p>\n"});
    const auto style = std::string(page_style()) + "p{}";
    CHECK(contains(page, "default-src 'none'; style-src 'sha256-" + engine::sha256_base64(style) +
                             "'; script-src 'sha256-" + engine::sha256_base64("run()") + "';"));
    CHECK(contains(page, "<style>" + style + "</style>"));
    CHECK(contains(page, "<p>Hello</p>\n<script>run()</script>\n</body>"));
    CHECK(contains(page, "<title>A &lt;title&gt;</title>"));
    CHECK(contains(page, "<html lang=\"en\">"));
}

TEST_CASE("a page without a script allows none") {
    const auto page = html_page({"de", "", "", "", ""});
    CHECK(contains(page, "script-src 'none';"));
    CHECK_FALSE(contains(page, "<script"));
}

// The digests of FIPS 180-4 for the empty text and `abc`, in the other notation.
TEST_CASE("a digest in Base64") {
    CHECK(engine::sha256_base64("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    CHECK(engine::sha256_base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}
