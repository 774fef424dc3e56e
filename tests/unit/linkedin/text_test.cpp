// SPDX-License-Identifier: Apache-2.0
// Text questions: words, links, case, percent signs, broken UTF-8, and the hash behind an id.
#include "plugins/linkedin/text.hpp"

#include <catch2/catch.hpp>

#include "plugins/linkedin/json_writer.hpp"
#include "plugins/linkedin/link.hpp"
#include "plugins/linkedin/sha256.hpp"

using namespace colonnade::linkedin;

TEST_CASE("words are runs between white space", "[linkedin][text]") {
    CHECK(count_words("") == 0);
    CHECK(count_words("  \n\t") == 0);
    CHECK(count_words("one") == 1);
    CHECK(count_words(" one  two\nthree ") == 3);
    CHECK(count_words("a\xC2\xA0"
                      "b\xE2\x80\x83"
                      "c\xE3\x80\x80"
                      "d") == 4);
    CHECK(count_words("Größe – überall") == 3);
}

TEST_CASE("links are counted by how they begin", "[linkedin][text]") {
    CHECK(count_links("see https://a.example and HTTP://b.example") == 2);
    CHECK(count_links("ftp://a.example, www.b.example") == 0);
}

TEST_CASE("lower case knows the letters of European languages", "[linkedin][text]") {
    CHECK(lower("ÄÖÜß ÇÉØ ŁŠŽŸ AZ") == "äöüß çéø łšžÿ az");
    CHECK(lower("×") == "×");
}

TEST_CASE("bytes that are no UTF-8 are replaced one by one", "[linkedin][text]") {
    const auto repaired = [](std::string text) {
        const auto count = repair_utf8(text);
        return std::to_string(count) + text;
    };
    CHECK(repaired("Größe €𝄞") == "0Größe €𝄞");
    CHECK(repaired("Gr\xF6\xDF"
                   "e and eight more") ==
          "2Gr\xEF\xBF\xBD\xEF\xBF\xBD"
          "e and eight more");
    CHECK(repaired("\xC0\xAF") == "2\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(repaired("\xED\xA0\x80").front() == '3');
    CHECK(repaired("\xF5\x80\x80\x80").front() == '4');
    CHECK(repaired("ok\xE2\x82").front() == '2');
}

TEST_CASE("one person's links are one", "[linkedin][text]") {
    CHECK(profile_slug("https://www.linkedin.com/in/j%C3%B6rn-x/") == "jörn-x");
    CHECK(profile_slug("www.linkedin.com/in/J%c3%96RN-x?a=b") == "jörn-x");
    CHECK(profile_slug("https://de.linkedin.com/in/jörn-x") == "jörn-x");
    CHECK(profile_slug("https://www.linkedin.com/company/x").empty());
    CHECK(percent_decoded("%4%zz%41%") == "%4%zzA%");
}

TEST_CASE("ids of posts and comments tell when", "[linkedin][text]") {
    // 2026-11-20 08:15:09 UTC in milliseconds, and 22 bits below.
    const auto id = std::to_string((1795162509000ULL << 22U) | 4711U);
    const std::string start = "https://www.linkedin.com/feed/update/";
    const auto shown = [](const std::optional<Seconds>& at) { return at ? iso_time(*at) : "none"; };
    const std::string when = "2026-11-20T08:15:09Z";
    CHECK(shown(time_of_post(start + "urn%3Ali%3Ashare%3A" + id)) == when);
    CHECK(shown(time_of_post(start + "urn:li:ugcPost:" + id + "/?utm=1")) == when);
    CHECK(shown(time_of_post(start + "urn%3Ali%3AgroupPost%3A4711-" + id)) == when);
    CHECK(shown(time_of_post(start + "urn:li:activity:" + id)) == when);
    CHECK(shown(time_of_comment(start +
                                "urn:li:activity:1?commentUrn=urn%3Ali%3Acomment%3A%28"
                                "activity%3A1%2C" +
                                id + "%29")) == when);
    CHECK(shown(time_of_comment(start + "urn:li:activity:" + id)) == "none");
    for (const auto& link : {std::string(), start + "urn:li:share:", start + "urn:li:share:12",
                             start + "urn:li:company:" + id, start + "urn:li:share:" + id + "0000",
                             start + "urn:li:share:18446744073709551615"}) {
        INFO(link);
        CHECK(shown(time_of_post(link)) == "none");
    }
}

TEST_CASE("JSON texts are escaped", "[linkedin][text]") {
    JsonWriter writer;
    writer.begin_array();
    writer.text("a\"b\\c\nd\te\x01\x7F ä");
    writer.number(-3);
    writer.end_array();
    CHECK(writer.take() == "[\"a\\\"b\\\\c\\nd\\te\\u0001\\u007f ä\",-3]");
}

TEST_CASE("SHA-256 gives the values of its standard", "[linkedin][text]") {
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}
