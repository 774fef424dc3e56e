// SPDX-License-Identifier: Apache-2.0
// The oddities of each file, one small archive per case.
#include <catch2/catch.hpp>

#include "tests/unit/linkedin/support.hpp"

using namespace colonnade::linkedin::test;
using nlohmann::json;

namespace {

const std::string Profile =
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
    "Geo Location,Twitter Handles,Websites,Instant Messengers\n"
    "Corvin,Isendahl,,Lindenweg 3,May 4,Baker,,Food,00000,Nordhafen,,,\n";
const std::string Positions =
    "Company Name,Title,Description,Location,Started On,Finished On\n"
    "Ferrowald AG,Baker,\"bread, mostly\",Nordhafen,Mar 2020,\n";
const std::string ConnectionsHeader =
    "Notes:\n\"When exporting, some \"\"e-mails\"\" are missing.\"\n\n"
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
const std::string InvitationsHeader =
    "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n";
const std::string MessagesHeader =
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT\n";

std::string message(const std::string& thread, const std::string& from, const std::string& link,
                    const std::string& minute, const std::string& content = "hi",
                    const std::string& tail = "INBOX,,No,No") {
    return thread + ",," + from + "," + link + ",,,2026-11-01 10:" + minute + ":00 UTC,," +
           content + "," + tail + "\n";
}

}  // namespace

TEST_CASE("the profile's own words are kept, empty ones as empty", "[linkedin][readers]") {
    const auto document = import({{"Profile.csv", Profile}}).document;
    CHECK(document["headline"] == "Baker");
    CHECK(document["summary"] == "");
    CHECK(document["location"] == "Nordhafen");
    CHECK_FALSE(document.contains("photo"));
}

TEST_CASE("uploads of photos are the only trace of them", "[linkedin][readers]") {
    const std::string head = "Date/Time,Media Description,Media Link\n";
    const auto uploaded = [&head](const std::string& what) {
        return import(
                   {{"Rich_Media.csv", head + "\"You uploaded a " + what +
                                           " on November 2, 2026 at 8:15 PM (GMT)\",\"x\ny\",z\n"}})
            .document;
    };
    CHECK(uploaded("profile photo")["photo"] == true);
    CHECK(uploaded("profile background photo")["cover"] == true);
    CHECK_FALSE(uploaded("profile background photo").contains("photo"));
    CHECK_FALSE(uploaded("feed photo").contains("photo"));
    CHECK_FALSE(uploaded("photo").contains("photo"));
}

TEST_CASE("positions: partial dates, languages, an end in the future", "[linkedin][readers]") {
    const auto outcome =
        import({{"Profile.csv", Profile},
                {"Positions.csv", Positions + "Ferrowald AG,Bäcker,Brot,Nordhafen,Mar 2020,\n"
                                              "Ferrowald AG,Apprentice,,Nordhafen,2016,Feb 2018\n"
                                              "Lumora,Adviser,,Nordhafen,2026,Dec 2030\n"
                                              "Lumora,Guest,,Nordhafen,2026,soon\n"}});
    const auto positions = outcome.document["positions"];
    REQUIRE(positions.size() == 4);
    CHECK(positions[0] ==
          json{{"title", "Baker"}, {"started", "2020-03-01"}, {"current", true}, {"words", 2}});
    CHECK(positions[1]["started"] == "2016-01-01");
    CHECK(positions[1]["ended"] == "2018-02-28");
    CHECK(positions[2]["current"] == true);
    CHECK_FALSE(positions[2].contains("ended"));
    CHECK(positions[3]["current"] == false);
    CHECK_FALSE(positions[3].contains("ended"));
    const auto report = file(outcome, "Positions.csv");
    CHECK(report["left_out"] == 1);
    CHECK(report["refused"] == 0);
    CHECK(report["problems"][0]["line"] == 6);
}

TEST_CASE("skills count their accepted endorsements", "[linkedin][readers]") {
    const auto outcome = import(
        {{"Profile.csv", Profile},
         {"Skills.csv", "Name\nBaking\nTalking\n"},
         {"Endorsement_Received_Info.csv",
          "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,"
          "Endorsement Status\n"
          "2026/11/01 10:00:00 UTC,Baking,a,b,c,ACCEPTED\n"
          "2026/11/02 10:00:00 UTC,Baking,a,b,c,PENDING\n"
          "2026/11/03 10:00:00 UTC,Baking,a,b,c,HIDDEN\n"}});
    CHECK(outcome.document["skills"][0]["endorsements"] == 1);
    CHECK(outcome.document["skills"][1]["endorsements"] == 0);
    CHECK(outcome.document["endorsements"].size() == 1);
}

TEST_CASE("connections: notes above, hidden members, co-workers", "[linkedin][readers]") {
    const auto outcome = import(
        {{"Profile.csv", Profile},
         {"Positions.csv", Positions},
         {"Connections.csv",
          ConnectionsHeader +
              "Runa,Mörvik,https://www.linkedin.com/in/runa,,FERROWALD ag ,Baker,02 Nov 2026\n"
              "Ulvi,\"Quellrup, Ph.D.\",https://x/in/ulvi,,Lumora,,01 Nov 2026\n"
              ",,,,,,31 Oct 2026"}});
    CHECK(outcome.document["connections"] ==
          json::array({{{"at", "2026-10-31"}},
                       {{"at", "2026-11-01"}, {"coworker", false}},
                       {{"at", "2026-11-02"}, {"title", "Baker"}, {"coworker", true}}}));
}

TEST_CASE("connections of before 2021 have no notes above", "[linkedin][readers]") {
    const auto outcome =
        import({{"Connections.csv",
                 "First Name,Last Name,Email Address,Company,Position,Connected On\n"
                 "a,b,,c,d,02 Nov 2026\n"}});
    CHECK(outcome.document["connections"].size() == 1);
    CHECK_FALSE(outcome.document["connections"][0].contains("coworker"));
}

TEST_CASE("an accepted invitation is one whose other side is connected", "[linkedin][readers]") {
    const auto owner = std::string("https://www.linkedin.com/in/corvin");
    const auto invitations =
        InvitationsHeader + "Corvin,Runa,\"11/2/26, 8:15 AM\",hello,OUTGOING," + owner +
        ",https://www.linkedin.com/in/J%C3%B6rn\n"
        "Corvin,Ulvi,\"11/1/26, 8:15 AM\",,OUTGOING," +
        owner + ",https://www.linkedin.com/in/ulvi\nVeska,Corvin,\"10/1/26, 8:15 PM\",,INCOMING,," +
        owner + "\nx,y,\"10/1/26, 8:15 PM\",,SIDEWAYS,,\n";
    const auto connections =
        ConnectionsHeader + "a,b,https://de.linkedin.com/in/jörn/,,,,02 Nov 2026\n";
    const auto outcome =
        import({{"Invitations.csv", invitations}, {"Connections.csv", connections}});
    CHECK(
        outcome.document["invitations"] ==
        json::array(
            {{{"at", "2026-10-01T20:15:00Z"}, {"sent", false}, {"note", false}},
             {{"at", "2026-11-01T08:15:00Z"}, {"sent", true}, {"accepted", false}, {"note", false}},
             {{"at", "2026-11-02T08:15:00Z"},
              {"sent", true},
              {"accepted", true},
              {"note", true}}}));
    CHECK(file(outcome, "Invitations.csv")["refused"] == 1);
    CHECK(outcome.document["coverage"]["invitations"] == "2026-10-01");
    const auto alone = import({{"Invitations.csv", invitations}});
    CHECK_FALSE(alone.document["invitations"][2].contains("accepted"));
}

TEST_CASE("messages: drafts, advertising and spam are none", "[linkedin][readers]") {
    const auto owner = std::string("https://www.linkedin.com/in/corvin");
    const auto rows = message("t1", "Runa", "https://x/in/runa", "05") +
                      message("t1", "Corvin", owner, "04") +
                      message("t9", "Corvin", owner, "03", "hi", "INBOX,,Yes,No") +
                      message("t9", "Corvin", owner, "03", "hi", "INBOX,,No,Yes") +
                      message("t8", "Lumora", "", "02",
                              "\"<p class=\"\"spinmail-quill-editor__spin-break\"\">Buy</p>\"") +
                      message("t7", "Ulvi", "https://x/in/ulvi", "01", "hi", "SPAM,,No,No") +
                      message("t2", "LinkedIn Member", "", "00", "\"two\nlines\"");
    const auto outcome =
        import({{"Profile.csv", Profile},
                {"Invitations.csv",
                 InvitationsHeader + "Corvin,R,\"11/2/26, 8:15 AM\",,OUTGOING," + owner + ",\n"},
                {"messages.csv", MessagesHeader + rows}});
    CHECK(outcome.document["messages"] ==
          json::array({{{"at", "2026-11-01T10:00:00Z"}, {"thread", 2}, {"sent", false}},
                       {{"at", "2026-11-01T10:04:00Z"}, {"thread", 1}, {"sent", true}},
                       {{"at", "2026-11-01T10:05:00Z"}, {"thread", 1}, {"sent", false}}}));
    CHECK(file(outcome, "messages.csv")["left_out"] == 4);
}

TEST_CASE("without invitations the owner is known by the name", "[linkedin][readers]") {
    const auto rows = message("t1", "Corvin Isendahl", "https://x/in/corvin-2", "01") +
                      message("t1", "Runa", "https://x/in/runa", "00");
    const auto named = import({{"Profile.csv", Profile}, {"messages.csv", MessagesHeader + rows}});
    CHECK(named.document["messages"][0]["sent"] == false);
    CHECK(named.document["messages"][1]["sent"] == true);
    const auto unnamed = import({{"messages.csv", MessagesHeader + rows}});
    CHECK_FALSE(unnamed.document["messages"][0].contains("sent"));
    CHECK(unnamed.report["warnings"].dump().find("whether the owner sent") != std::string::npos);
}

TEST_CASE("posts: line breaks, kinds and links", "[linkedin][readers]") {
    const std::string link = "https://www.linkedin.com/feed/update/urn%3Ali%3A";
    const auto outcome = import(
        {{"Shares.csv",
          "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
          "2026-11-05 10:00:00," +
              link +
              "groupPost%3A1-2,,,https://m,MEMBER_NETWORK\n"
              "2026-11-04 10:00:00," +
              link +
              "share%3A2,see https://a,https://b,https://m,M\n"
              "2026-11-03 10:00:00," +
              link +
              "share%3A3,x,https://b,,M\n"
              "2026-11-02 10:00:00," +
              link + "share%3A4,\"He said \"\"yes\"\".\"\"\n\"\"\"\"\n\"\"Second line\",,,M\n"},
         {"InstantReposts.csv", "Date,Link\n2026-11-06 10:00:00," + link + "share%3A9\n"}});
    const auto posts = outcome.document["posts"];
    REQUIRE(posts.size() == 5);
    CHECK(posts[0]["text"] == "He said \"yes\".\n\nSecond line");
    CHECK(posts[0]["kind"] == "text");
    CHECK(posts[0]["words"] == 5);
    CHECK(posts[1]["kind"] == "link");
    CHECK(posts[1]["links"] == 1);
    CHECK(posts[2]["kind"] == "media");
    CHECK(posts[2]["links"] == 2);
    CHECK(posts[3]["kind"] == "group");
    CHECK(posts[4] == json{{"at", "2026-11-06T10:00:00Z"},
                           {"kind", "repost"},
                           {"words", 0},
                           {"links", 0},
                           {"text", ""}});
}

TEST_CASE("the id in a link proves and repairs the time", "[linkedin][readers]") {
    const auto id = std::to_string(1795162509000ULL << 22U);  // 2026-11-20 08:15:09
    const auto link = "https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A" + id;
    const auto posted = [&link](const std::string& date) {
        return import(
            {{"Shares.csv", "Date,ShareLink,ShareCommentary\n" + date + "," + link + ",x\n"}});
    };
    for (const auto* date : {"2026-11-20 08:15:09", "2026-11-20 08:15:08"}) {
        const auto outcome = posted(date);
        CHECK(
            outcome.document["posts"][0]["at"].get<std::string>().starts_with("2026-11-20T08:15"));
        CHECK_FALSE(file(outcome, "Shares.csv").contains("repaired"));
    }
    // Seconds lost, an hour of another zone, a cell that is no time at all.
    for (const auto* date : {"11/20/2026 8:15", "2026-11-20 09:15:09", "#####", ""}) {
        INFO(date);
        const auto outcome = posted(date);
        CHECK(outcome.document["posts"][0]["at"] == "2026-11-20T08:15:09Z");
        CHECK(file(outcome, "Shares.csv")["repaired"] == 1);
    }
    const auto comment =
        import({{"Comments.csv",
                 "Date,Link,Message\n2026-11-20 09:15:09,https://x?commentUrn=urn:li:comment:"
                 "\n2026-11-20 10:15:09,\"https://x?commentUrn=urn:li:comment:(activity:1," +
                     id + ")\",y\n"}});
    CHECK(comment.document["comments"][0]["at"] == "2026-11-20T08:15:09Z");
}

TEST_CASE("searches may have commas without quotes", "[linkedin][readers]") {
    const auto outcome = import({{"SearchQueries.csv",
                                  "Time,Search Query\n2026/11/02 10:00:00 UTC,a, b, c\n"
                                  "2026/11/01 10:00:00 UTC,a\n"}});
    CHECK(outcome.document["searches"].size() == 2);
    CHECK(outcome.document_text.find("b, c") == std::string::npos);
}

TEST_CASE("follows: who is followed no longer is none", "[linkedin][readers]") {
    const auto outcome = import(
        {{"Member_Follows.csv",
          "Date,Status,FullName\n2026-11-02 10:00:00,Active,a\n2026-11-03 10:00:00,Unfollow,b\n"},
         {"Company Follows.csv", "Organization,Followed On\nLumora,Sun Nov 01 10:00:00 UTC 2026"}});
    CHECK(outcome.document["follows"] ==
          json::array({{{"at", "2026-11-01T10:00:00Z"}, {"kind", "company"}},
                       {{"at", "2026-11-02T10:00:00Z"}, {"kind", "member"}}}));
}

TEST_CASE("articles: drafts do not count, marks are no words", "[linkedin][readers]") {
    const auto page = [](const std::string& published) {
        return "<html><head><title>A &amp; B</title></head><body><h1>A</h1>"
               "<p class=\"created\">Created on 2026-01-01 10:00</p>"
               "<p class=\"published\">Published on " +
               published + "</p><div><p>one <b>two</b><br>three</p></div></body></html>";
    };
    const auto outcome = import({{"Articles/Articles/a.html", page("2026-01-02 11:30")},
                                 {"Articles/Articles/b.html", page("---")},
                                 {"Articles/Articles/c.html", page("soon")},
                                 {"Articles/Articles/d.html", page("2026-01-03 11:30")}});
    CHECK(outcome.document["articles"].size() == 2);
    CHECK(outcome.document["articles"][0] ==
          json{{"at", "2026-01-02T11:30:00Z"}, {"words", 3}, {"title", "A & B"}});
    const auto report = file(outcome, "Articles/*.html");
    CHECK(report["rows"] == 2);
    CHECK(report["left_out"] == 1);
    CHECK(report["refused"] == 1);
}

TEST_CASE("a bad row is counted, told by its line, and the rest is read", "[linkedin][readers]") {
    const auto outcome = import({{"Reactions.csv",
                                  "Date,Type,Link\n2026-11-01 10:00:00,LIKE,x\n1.11.,LIKE,x\n"
                                  "2026-11-01 10:00:01,LIKE\n2026-11-01 10:00:02,MAYBE,x\n"
                                  "2026-11-01 10:00:03,EMPATHY,x\n"}});
    CHECK(outcome.document["reactions"].size() == 3);
    CHECK(outcome.document["reactions"][1]["kind"] == "other");
    const auto report = file(outcome, "Reactions.csv");
    CHECK(report["rows"] == 3);
    CHECK(report["refused"] == 2);
    CHECK(report["problems"][0]["line"] == 3);
    CHECK(report["problems"][0]["message"] ==
          "the time is in no form that LinkedIn is known to use");
    CHECK(report["problems"][1]["line"] == 4);
}

TEST_CASE("a table of which most is bad is unknown, never empty", "[linkedin][readers]") {
    const auto outcome = import({{"Reactions.csv", "Date,Type,Link\nApril 2021,LIKE,x\n"},
                                 {"Votes.csv", "Date,Link,OptionText\n"}});
    CHECK_FALSE(outcome.document.contains("reactions"));
    CHECK(outcome.document["votes"].empty());
    CHECK(file(outcome, "Reactions.csv")["status"] == "refused");
    CHECK(find(outcome.report["facts"], "fact", "reactions")["state"] == "unknown");
}

TEST_CASE("files of another form are refused with a sentence", "[linkedin][readers]") {
    const auto refused = [](const std::string& content) {
        const auto outcome = import({{"Votes.csv", content}, {"Skills.csv", "Name\nx\n"}});
        const auto report = file(outcome, "Votes.csv");
        CHECK(report["status"] == "refused");
        return report["reason"].get<std::string>();
    };
    CHECK(refused("\xFF\xFE\x44").find("Date,Link") != std::string::npos);
    CHECK(refused(std::string("Date,Link\n\0,x\n", 13)).find("no text") != std::string::npos);
    CHECK(refused("When;Link\n").find("Date,Link") != std::string::npos);
    CHECK_FALSE(refused("").empty());
}

TEST_CASE("bytes that are no UTF-8 are replaced and counted", "[linkedin][readers]") {
    const auto outcome = import({{"Skills.csv",
                                  "Name\nB\xE4"
                                  "cker\nGröße\n"}});
    CHECK(outcome.document["skills"][0]["name"] ==
          "B\xEF\xBF\xBD"
          "cker");
    CHECK(outcome.document["skills"][1]["name"] == "Größe");
    CHECK(outcome.report["warnings"].dump().find("in 1 place there is no text in UTF-8") !=
          std::string::npos);
}
