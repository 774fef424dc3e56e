// SPDX-License-Identifier: Apache-2.0
// A member snapshot beside an archive of the same person: it fills gaps, and says nothing about
// what it does not hold.
#include <catch2/catch.hpp>

#include "tests/unit/linkedin/support.hpp"

using namespace colonnade::linkedin::test;
using nlohmann::json;

namespace {

using Files = std::map<std::string, std::string>;

const std::string Basic = "1/Basic_LinkedInDataExport_11-19-2026/";
const Files BasicArchive{
    {Basic + "Profile.csv", "First Name,Last Name,Headline\nIna,Falk,Builder\n"},
    {Basic + "Skills.csv", "Name\nWelding\n"}};

json profile(const std::string& first, const std::string& last) {
    return {{{"First Name", first}, {"Last Name", last}, {"Headline", "Sailor"}}};
}

const json Comments = {{{"Date", "2026-11-01 10:00:00"}, {"Link", "l"}, {"Message", "Well done"}}};
const json Reposts = {{{"Date", "2026-11-01 10:00:00"}, {"Link", "l"}}};

Outcome joined(const json& snapshot, Files files = BasicArchive,
               const std::string& name = "2/snapshot.json") {
    files.emplace(name, snapshot.dump());
    const MemoryStream folder("x", files);
    auto outcome = import(folder.stream());
    CHECK(folder.open_count() == 0);
    return outcome;
}

json fact(const Outcome& outcome, const std::string& name) {
    return find(outcome.report["facts"], "fact", name);
}

}  // namespace

TEST_CASE("a snapshot fills the gaps of an archive", "[snapshot][join]") {
    const auto outcome = joined({{"ALL_COMMENTS", Comments}});
    REQUIRE(outcome.message.empty());
    CHECK(outcome.document["comments"].size() == 1);
    CHECK(outcome.document["headline"] == "Builder");
    CHECK(outcome.document["as_of"] == "2026-11-19T23:59:59Z");
    CHECK(outcome.report["title"] == "LinkedIn export");
    CHECK(file(outcome, "Comments.csv")["from"] == "snapshot.json");
    CHECK(file(outcome, "Skills.csv")["from"] == "Basic_LinkedInDataExport_11-19-2026");
    CHECK(outcome.report["files"].size() == 3);
    CHECK(outcome.report["warnings"].dump().find("basic archive") == std::string::npos);
}

TEST_CASE("only an archive tells that there is none", "[snapshot][join]") {
    const auto basic = joined({{"ALL_COMMENTS", Comments}, {"INSTANT_REPOSTS", Reposts}});
    CHECK(fact(basic, "courses")["state"] == "none");
    CHECK(fact(basic, "votes")["state"] == "unknown");
    CHECK(fact(basic, "posts")["state"] == "unknown");
    CHECK(fact(basic, "posts")["reason"] == "no MEMBER_SHARE_INFO");
    auto files = BasicArchive;
    files[Basic + "Reactions.csv"] = "Date,Type,Link\n2026-11-01 10:00:00,LIKE,l\n";
    const auto complete = joined({{"INSTANT_REPOSTS", Reposts}}, files);
    CHECK(fact(complete, "votes")["state"] == "none");
    CHECK(complete.document["posts"].size() == 1);
    // Of the profile's group, too, the files of the archive count and no others.
    Files lone{{"1/Votes.csv", "Date,Link,OptionText\n2026-11-01 10:00:00,x,y\n"}};
    const auto mixed =
        joined({{"PROFILE", profile("Ina", "Falk")}, {"SKILLS", {{{"Name", "Welding"}}}}}, lone);
    CHECK(mixed.document["skills"].size() == 1);
    CHECK(fact(mixed, "courses")["state"] == "unknown");
}

TEST_CASE("of a table in both the newer one is read, else the larger", "[snapshot][join]") {
    const json skills = {{{"Name", "a"}}};
    json more = {{{"Name", "a"}}, {{"Name", "b"}}, {{"Name", "c"}}};
    const auto count = [](const Outcome& outcome) { return outcome.document["skills"].size(); };
    CHECK(count(joined({{"SKILLS", more}})) == 1);
    CHECK(count(joined({{"SKILLS", more}}, BasicArchive, "2/snapshot_11-18-2026.json")) == 1);
    CHECK(count(joined({{"SKILLS", more}}, BasicArchive, "2/snapshot_11-20-2026.json")) == 3);
    const Files undated{{"1/Skills.csv", "Name\nWelding\nSailing\n"}};
    const auto both = [&](const json& rows) {
        Files files = undated;
        files["1/Votes.csv"] = "Date,Link,OptionText\n2026-11-01 10:00:00,x,y\n";
        return count(joined({{"SKILLS", rows}}, files));
    };
    CHECK(both(skills) == 2);
    more.push_back({{"Name", "the longest of them all"}});
    CHECK(both(more) == 4);
}

TEST_CASE("several pages are one snapshot, in the place of the newest", "[snapshot][join]") {
    auto files = BasicArchive;
    files["3/page_11-20-2026.json"] = json{{"SKILLS", {{{"Name", "a"}}, {{"Name", "b"}}}}}.dump();
    const auto outcome = joined({{"ALL_COMMENTS", Comments}}, files, "2/page.json");
    CHECK(file(outcome, "Comments.csv")["from"] == "page_11-20-2026.json");
    CHECK(outcome.document["skills"].size() == 2);
    CHECK(outcome.document["comments"].size() == 1);
}

TEST_CASE("a snapshot of somebody else is refused", "[snapshot][join]") {
    CHECK(joined({{"PROFILE", profile("ina", "FALK")}}).message.empty());
    CHECK(joined({{"PROFILE", profile("Ole", "Brandt")}}).message.find("different members") !=
          std::string::npos);
    const auto pages = [](const json& left, const json& right) {
        const Files files{{"a.json", json{{"PROFILE", left}}.dump()}};
        return joined({{"PROFILE", right}}, files, "b_11-20-2026.json").message;
    };
    const auto ina = profile("Ina", "Falk");
    CHECK(pages(ina, ina).empty());
    CHECK(pages(ina, profile("", "")).empty());
    CHECK(pages(ina, profile("Ole", "Brandt")) ==
          "these are snapshots of different members; each member is a person of its own");
    // A profile in two languages has two rows.
    json two = ina;
    two.push_back(profile("Ина", "Фальк").front());
    CHECK(pages(two, ina).empty());
}

TEST_CASE("problems stand in rows of a snapshot and in lines of an archive", "[snapshot][join]") {
    auto files = BasicArchive;
    files[Basic + "Votes.csv"] =
        "Date,Link,OptionText\n2026-11-01 10:00:00,x,y\nsoon,x,y\n2026-11-01 10:00:00,z,y\n";
    auto comments = Comments;
    comments.push_back({{"Date", "soon"}, {"Link", "l"}, {"Message", "x"}});
    const auto outcome = joined({{"ALL_COMMENTS", comments}}, files);
    CHECK(file(outcome, "Votes.csv")["problems"][0]["line"] == 3);
    CHECK(file(outcome, "Comments.csv")["problems"][0]["row"] == 2);
}
