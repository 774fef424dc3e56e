// SPDX-License-Identifier: Apache-2.0
// The same tables as other years and other programs write them: 2018 in UTF-16, Excel with
// semicolons and Windows-1252.
#include <catch2/catch.hpp>

#include "tests/unit/linkedin/support.hpp"

using namespace colonnade::linkedin::test;
using nlohmann::json;

namespace {

// ASCII only.
std::string utf16(const std::string& text, bool is_little = true) {
    std::string bytes = is_little ? "\xFF\xFE" : "\xFE\xFF";
    for (const char c : text) {
        bytes += is_little ? std::string{c, '\0'} : std::string{'\0', c};
    }
    return bytes;
}

bool warns_of(const Outcome& outcome, const std::string& words) {
    return outcome.report["warnings"].dump().find(words) != std::string::npos;
}

const std::string Shares2018 =
    "\"Date\"\t\"Share Title\"\t\"Share Description\"\t\"Share Link\"\t\"Share Commentary\"\t"
    "\"Shared URL\"\t\"Media URL\"\t\"Type\"\t\"Visibility\"\n"
    "\"2018-04-30 09:15:00\"\t\"t\"\t\"d\"\t\"https://x\"\t\"two, or \"\"three\"\"\"\t"
    "\"https://y\"\t\"\"\t\"ARTICLE\"\t\"PUBLIC\"\n";

}  // namespace

TEST_CASE("posts of 2018 are in UTF-16 with tabs", "[linkedin][editions]") {
    const bool is_little = GENERATE(true, false);
    const auto outcome = import({{"Shares.csv", utf16(Shares2018, is_little)}});
    CHECK(outcome.document["posts"] == json::array({{{"at", "2018-04-30T09:15:00Z"},
                                                     {"kind", "link"},
                                                     {"words", 3},
                                                     {"links", 1},
                                                     {"text", "two, or \"three\""}}}));
    CHECK(file(outcome, "Shares.csv")["encoding"] == "UTF-16");
    CHECK_FALSE(warns_of(outcome, "replaced"));
}

TEST_CASE("letters of all planes come out of UTF-16", "[linkedin][editions]") {
    const auto skill = [](const std::string& bytes) {
        const auto outcome = import({{"Skills.csv", utf16("Name\n") + bytes}});
        return outcome.document["skills"][0]["name"].get<std::string>() +
               (warns_of(outcome, "in 1 place there is no text in UTF-16") ? " warned" : "");
    };
    CHECK(skill({'\xE4', 0}) == "ä");
    CHECK(skill({'\xAC', '\x20'}) == "€");
    CHECK(skill({'\x1E', '\xD8', '\x34', '\xDD'}) == "\U00017934");
    CHECK(skill({'a', 0, '\x34', '\xD8'}) == "a\uFFFD warned");
    CHECK(skill({'\x34', '\xDD', 'a', 0}) == "\uFFFDa warned");
    CHECK(skill({'a', 0, 'b'}) == "a\uFFFD warned");
}

TEST_CASE("other lists of 2018 have tabs as well", "[linkedin][editions]") {
    const auto outcome = import(
        {{"Search Queries.csv",
          utf16("\"Time\"\t\"Search Query\"\n\"2018/04/30 09:15:00 UTC\"\t\"a, b\"\n")},
         {"Logins.csv", utf16("\"Login Date\"\t\"IP Address\"\t\"User Agent\"\t\"Login Type\"\n"
                              "\"Mon Apr 30 09:15:00 UTC 2018\"\t\"x\"\t\"y\"\t\"Login\"\n")},
         {"Security Challenges.csv", utf16("\"Challenge Date\"\t\"IP Address\"\n")},
         {"Account Status History.csv", utf16("\"Time\"\t\"Event\"\n")}});
    CHECK(outcome.document["searches"].size() == 1);
    CHECK(outcome.document["logins"][0]["at"] == "2018-04-30T09:15:00Z");
    CHECK(file(outcome, "Security Challenges.csv")["status"] == "ignored");
}

TEST_CASE("messages of 2018 tell their direction and no thread", "[linkedin][editions]") {
    const auto outcome =
        import({{"Messages.csv",
                 "From,To,Date,Subject,Content,Direction,Folder\n"
                 "Runa Holt,Corvin Isendahl,\"4/30/18, 9:20 AM\",,hi,INCOMING,INBOX\n"
                 "Corvin Isendahl,Runa Holt,\"4/30/18, 9:15 AM\",,hi,OUTGOING,SENT\n"
                 "Ulvi Wik,Corvin Isendahl,\"4/29/18, 9:15 PM\",,hi,INCOMING,ARCHIVED\n"}});
    CHECK(outcome.document["messages"] ==
          json::array({{{"at", "2018-04-29T21:15:00Z"}, {"thread", 2}, {"sent", false}},
                       {{"at", "2018-04-30T09:15:00Z"}, {"thread", 1}, {"sent", true}},
                       {{"at", "2018-04-30T09:20:00Z"}, {"thread", 1}, {"sent", false}}}));
}

TEST_CASE("connections, projects and prizes of 2018", "[linkedin][editions]") {
    const auto outcome = import(
        {{"Connections.csv",
          "First Name,Last Name,Email Address,Company,Position,Connected On\n"
          "a,b,,c,d,\"4/30/18, 9:15 AM\"\n"},
         {"Projects.csv", "Title,Description,Url,Start Date,End Date\np,,,Jan 2016,2017\n"},
         {"Honors.csv", "Title,Description,Issuer,Issue Date\nh,,i,Mar 2017\n"},
         {"Profile.csv",
          "First Name,Last Name,Maiden Name,Address,Birth Date,Contact Instructions,Headline,"
          "Summary,Industry,Country,Zip Code,Geo Location,Twitter Handles,Websites,"
          "Instant Messengers\na,b,,,\"May 4, 1980\",call,Baker,,Food,xx,,Nordhafen,,,\n"}});
    CHECK(outcome.document["connections"][0]["at"] == "2018-04-30");
    CHECK(outcome.document["projects"][0]["ended"] == "2017-12-31");
    CHECK(outcome.document["honors"][0]["started"] == "2017-03-01");
    CHECK(outcome.document["headline"] == "Baker");
    CHECK(outcome.document_text.find("1980") == std::string::npos);
}

TEST_CASE("uploads in the older form leave no trace of a photo", "[linkedin][editions]") {
    const auto outcome = import({{"Rich Media.csv", "Type,Link\nPHOTO,https://x\n"}});
    CHECK(file(outcome, "Rich Media.csv")["status"] == "read");
    CHECK_FALSE(outcome.document.contains("photo"));
}

TEST_CASE("Excel saves with its own dates, semicolons and letters", "[linkedin][editions]") {
    const auto outcome =
        import({{"Connections.csv",
                 "Notes:;;;;;;\r\nWhen exporting;;;;;;\r\n;;;;;;\r\n"
                 "First Name;Last Name;URL;Email Address;Company;Position;Connected On\r\n"
                 "Runa;Holt;;;\"B\xE4"
                 "cker; S\xF6hne\";Gesch\xE4"
                 "ftsf\xFChrerin \x96 Nord;04. Apr 21\r\n"
                 ";;;;;;\r\n"},
                {"Positions.csv",
                 "Company Name;Title;Description;Location;Started On;Finished On\r\n"
                 "B\xC4"
                 "CKER; B\xE4"
                 "cker;;;Mrz 98;\r\n"},
                {"Reactions.csv",
                 "\xEF\xBB\xBF"
                 "Date,Type,Link\r\n4/20/2021 10:05,LIKE,x\r\n"}});
    CHECK(outcome.document["connections"] == json::array({{{"at", "2021-04-04"},
                                                           {"title", "Geschäftsführerin – Nord"},
                                                           {"coworker", false}}}));
    CHECK(outcome.document["positions"][0]["started"] == "1998-03-01");
    CHECK(outcome.document["reactions"][0]["at"] == "2021-04-20T10:05:00Z");
    const auto connections = file(outcome, "Connections.csv");
    CHECK(connections["encoding"] == "Windows-1252");
    CHECK(connections["rows"] == 1);
    CHECK(connections["refused"] == 0);
    CHECK(warns_of(outcome, "Connections.csv: its times have Excel's form"));
    CHECK(warns_of(outcome, "Reactions.csv: its times have Excel's form"));
}

TEST_CASE("a file with the day before the month is unknown, not guessed", "[linkedin][editions]") {
    std::string rows;
    for (int day = 1; day <= 28; ++day)
        rows += std::to_string(day) + "/4/2021 10:05,LIKE,x\n";
    const auto outcome = import({{"Reactions.csv", "Date,Type,Link\n" + rows}});
    CHECK_FALSE(outcome.document.contains("reactions"));
}

TEST_CASE("bytes that Windows-1252 does not have are replaced", "[linkedin][editions]") {
    const auto outcome = import({{"Skills.csv", "Name\n\x80uro \x81\n"}});
    CHECK(outcome.document["skills"][0]["name"] == "€uro \uFFFD");
    CHECK(warns_of(outcome, "in 1 place there is no text in Windows-1252"));
}

TEST_CASE("line ends of an old Macintosh are line ends", "[linkedin][editions]") {
    const auto outcome = import({{"Skills.csv", "Name\rBaking\rTalking\r"}});
    CHECK(outcome.document["skills"].size() == 2);
}
