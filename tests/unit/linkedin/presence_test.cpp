// SPDX-License-Identifier: Apache-2.0
// A missing file: none or unknown, in pairs; the date of an archive; its id.
#include <catch2/catch.hpp>

#include "tests/unit/linkedin/support.hpp"

using namespace colonnade::linkedin::test;
using Files = std::map<std::string, std::string>;

namespace {

const Files ProfileOnly{{"Profile.csv", "First Name,Headline\na,b\n"}};
const Files SkillsOnly{{"Skills.csv", "Name\nBaking\n"}};
// Beside it a file that is not read: alone it would be no export.
const Files CommentsOnly{{"Comments.csv", "Date,Link,Message\n2026-11-01 10:00:00,x,y\n"},
                         {"Events.csv", "Event Name\n"}};

Files joined(Files left, const Files& right) {
    left.insert(right.begin(), right.end());
    return left;
}

std::string state(const Outcome& outcome, const std::string& fact) {
    return find(outcome.report["facts"], "fact", fact)["state"];
}

Outcome named(const std::string& name, const Files& files, const std::string& options = "{}") {
    const MemoryStream folder(name, files);
    return import(folder.stream(), options);
}

}  // namespace

TEST_CASE("sections are none where the profile group is here", "[linkedin][presence]") {
    const auto* fact =
        GENERATE("volunteering", "certifications", "courses", "languages", "projects", "honors",
                 "organizations", "publications", "recommendations", "recommendations_given",
                 "endorsements", "endorsements_given", "positions", "education");
    INFO(fact);
    const auto with = import(joined(ProfileOnly, SkillsOnly));
    CHECK(state(with, fact) == "none");
    CHECK(with.document[fact].empty());
    for (const auto& files : {ProfileOnly, SkillsOnly}) {
        const auto without = import(files);
        CHECK(state(without, fact) == "unknown");
        CHECK_FALSE(without.document.contains(fact));
    }
}

TEST_CASE("activity is none where another file of activity is here", "[linkedin][presence]") {
    const auto* fact = GENERATE("posts", "articles", "reactions", "votes", "searches");
    INFO(fact);
    CHECK(state(import(CommentsOnly), fact) == "none");
    CHECK(state(import(joined(ProfileOnly, SkillsOnly)), fact) == "unknown");
}

TEST_CASE("a file alone says nothing about others", "[linkedin][presence]") {
    const std::string comments = CommentsOnly.at("Comments.csv");
    const auto alone = import({{"Comments.csv", comments}});
    CHECK(state(alone, "comments") == "read");
    CHECK(state(alone, "posts") == "unknown");
    CHECK_FALSE(alone.document.contains("posts"));
    const auto beside = import({{"1/Comments.csv", comments}, {"2/Skills.csv", "Name\nx\n"}});
    CHECK(state(beside, "posts") == "unknown");
    CHECK(beside.document["skills"].size() == 1);
}

TEST_CASE("other lists are unknown where their file is missing", "[linkedin][presence]") {
    const auto outcome = import(joined(joined(ProfileOnly, SkillsOnly), CommentsOnly));
    for (const auto* fact : {"connections", "invitations", "messages", "logins", "follows", "photo",
                             "cover", "public", "verified", "joined", "followers", "profile_views",
                             "visitors", "visitors_contacted", "groups"}) {
        INFO(fact);
        CHECK(state(outcome, fact) == "unknown");
        CHECK_FALSE(outcome.document.contains(fact));
    }
}

TEST_CASE("endorsements of skills are counted or unknown, never guessed", "[linkedin][presence]") {
    CHECK(import(joined(ProfileOnly, SkillsOnly)).document["skills"][0]["endorsements"] == 0);
    CHECK_FALSE(import(SkillsOnly).document["skills"][0].contains("endorsements"));
}

TEST_CASE("companies alone are not all that is followed", "[linkedin][presence]") {
    const Files companies{
        {"Company Follows.csv", "Organization,Followed On\nx,Sun Nov 01 10:00:00 UTC 2026\n"}};
    CHECK(state(import(companies), "follows") == "unknown");
    CHECK(state(import(joined(companies, CommentsOnly)), "follows") == "read");
}

TEST_CASE("half a table is unknown", "[linkedin][presence]") {
    const auto outcome = import(
        {{"Shares.csv", "no table"}, {"InstantReposts.csv", "Date,Link\n2026-11-01 10:00:00,x\n"}});
    CHECK(state(outcome, "posts") == "unknown");
    CHECK_FALSE(outcome.document.contains("posts"));
}

TEST_CASE("the report has every fact in the order of the schema", "[linkedin][presence]") {
    const auto facts = import(CommentsOnly).report["facts"];
    REQUIRE(facts.size() == 40);
    CHECK(facts[0]["fact"] == "headline");
    CHECK(facts[39]["fact"] == "groups");
    const auto comments = find(facts, "fact", "comments");
    CHECK(comments["rows"] == 1);
    CHECK(comments["from"] == "2026-11-01");
    CHECK(comments["reason"] == "Comments.csv");
}

TEST_CASE("the date is given, in the name, or that of the last activity", "[linkedin][presence]") {
    const auto given = named("x_11-20-2026", CommentsOnly, R"({"as_of": "2026-11-10"})");
    CHECK(given.document["as_of"] == "2026-11-10T23:59:59Z");
    CHECK(given.report["as_of"]["from"] == "the call");
    CHECK(named("x_11-20-2026", CommentsOnly).document["as_of"] == "2026-11-20T23:59:59Z");
    const Files wrapped{
        {"Basic_LinkedInDataExport_11-19-2026/Comments.csv", CommentsOnly.at("Comments.csv")}};
    CHECK(named("x", wrapped).document["as_of"] == "2026-11-19T23:59:59Z");
    const auto activity = named("x", CommentsOnly);
    CHECK(activity.document["as_of"] == "2026-11-01T10:00:00Z");
    CHECK(activity.report["as_of"]["from"] == "the newest activity");
}

TEST_CASE("dates of ends are no activity", "[linkedin][presence]") {
    const Files certificate{
        {"Certifications.csv",
         "Name,Url,Authority,Started On,Finished On,License Number\nx,,,Jan 2020,Jan 2031,\n"}};
    CHECK(named("x", joined(CommentsOnly, certificate)).document["as_of"] ==
          "2026-11-01T10:00:00Z");
    const auto alone = named("x", certificate);
    CHECK(alone.code == COLONNADE_UNSUPPORTED);
    CHECK(alone.message.find("as-of") != std::string::npos);
}

TEST_CASE("long silence before the date is told", "[linkedin][presence]") {
    CHECK(named("x_11-30-2026", CommentsOnly).report["warnings"].empty());
    const auto warnings = named("x_12-02-2026", CommentsOnly).report["warnings"];
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0] ==
          "the newest activity is of 2026-11-01, 31 days before 2026-12-02 (the "
          "archive's name)");
}

TEST_CASE("options that are none are refused", "[linkedin][presence]") {
    for (const auto* options : {"[]", "{", R"({"as_of": "soon"})", R"({"as_of": 3})"}) {
        INFO(options);
        CHECK(named("x", CommentsOnly, options).code == COLONNADE_INVALID_ARGUMENT);
    }
    CHECK(named("x", CommentsOnly, R"({"other": 3, "as_of": null})").code == COLONNADE_OK);
}

TEST_CASE("the id is the person's own name for the archive", "[linkedin][presence]") {
    CHECK(named("client-7.zip", CommentsOnly).document["id"] == "client-7");
    CHECK(named("x", CommentsOnly, R"({"id": "mine"})").document["id"] == "mine");
}

TEST_CASE("without a name the id stands for the owner's link", "[linkedin][presence]") {
    const std::string name = "Complete_LinkedInDataExport_11-20-2026";
    const auto invitation = [](const std::string& owner) {
        return Files{{"Invitations.csv",
                      "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
                      "a,b,\"11/2/26, 8:15 AM\",,OUTGOING," +
                          owner + ",https://x/in/other\n"}};
    };
    const auto id = named(name, invitation("https://x/in/runa")).document["id"];
    CHECK(id.get<std::string>().size() == 12);
    CHECK(id == named("Basic_LinkedInDataExport_11-21-2026",
                      joined(CommentsOnly, invitation("https://y/in/Runa/")))
                    .document["id"]);
    CHECK(id != named(name, invitation("https://x/in/ulvi")).document["id"]);
}

TEST_CASE("coverage begins at the oldest row, unless the account does", "[linkedin][presence]") {
    const Files logins{{"Logins.csv",
                        "Login Date,IP Address,User Agent,Login Type\n"
                        "Sun Nov 08 10:00:00 UTC 2026,x,y,Login\n"}};
    const auto registered = [&logins](const std::string& at) {
        return import(joined(logins, {{"Registration.csv",
                                       "Registered At,Registration Ip,Subscription Types\n\"" + at +
                                           "\",x,\n"}}))
            .document["coverage"];
    };
    CHECK(import(logins).document["coverage"]["logins"] == "2026-11-08");
    CHECK(registered("10/1/26, 8:15 AM")["logins"] == "2026-11-08");
    CHECK(registered("11/1/26, 10:00 AM").empty());
}
