// SPDX-License-Identifier: Apache-2.0
// How files are known: spellings of names, headers under foreign names, copies and parts.
#include <catch2/catch.hpp>
#include <set>

#include "plugins/linkedin/fact_table.hpp"
#include "plugins/linkedin/file_table.hpp"
#include "plugins/linkedin/inventory.hpp"
#include "plugins/linkedin/paths.hpp"
#include "tests/unit/linkedin/support.hpp"

using namespace colonnade::linkedin;

TEST_CASE("all spellings of a name are one table", "[linkedin][names]") {
    const auto row = GENERATE(values<std::pair<std::string, FileKind>>({
        {"Connections.csv", FileKind::Connections},
        {"connections.CSV", FileKind::Connections},
        {"Rich Media.csv", FileKind::RichMedia},
        {"Rich_Media.csv", FileKind::RichMedia},
        {"Search Queries.csv", FileKind::Searches},
        {"Messages.csv", FileKind::Messages},
        {"Shares_918273645.csv", FileKind::Shares},
        {"Company Follows_1.csv", FileKind::CompanyFollows},
        {"Recommendations Received.csv", FileKind::RecommendationsReceived},
        {"Endorsement Received Info.csv", FileKind::EndorsementsReceived},
        {"Complete_LinkedInDataExport_11-20-2026/Profile.csv", FileKind::Profile},
        {"Verifications/Verifications.csv", FileKind::Verifications},
        {"Articles/Articles/some-title.html", FileKind::Articles},
        {"x/Articles/2026-01-01 10:00:00.0-Draft.html", FileKind::Articles},
    }));
    INFO(row.first);
    CHECK(kind_by_name(row.first) == row.second);
}

TEST_CASE("other names are not taken for tables", "[linkedin][names]") {
    const auto* name = GENERATE("Connections.txt", "My Connections.csv", "guide_messages.csv",
                                "Profile Summary.csv", "Receipts_v2.csv", "page.html", "", "Shares",
                                "123.csv", "_1.csv");
    INFO(name);
    CHECK_FALSE(kind_by_name(name));
}

TEST_CASE("files that are left alone have a reason", "[linkedin][names]") {
    CHECK_FALSE(reason_to_ignore("Jobs/Saved Jobs_1.csv").empty());
    CHECK_FALSE(reason_to_ignore("Whatsapp Phone Numbers.csv").empty());
    CHECK(reason_to_ignore("Connections.csv").empty());
    CHECK(reason_to_ignore("photo.jpg").empty());
}

TEST_CASE("each kind has its row, and each fact", "[linkedin][names]") {
    for (std::size_t i = 0; i < file_forms().size(); ++i) {
        CHECK(static_cast<std::size_t>(file_forms()[i].kind) == i);
    }
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < fact_forms().size(); ++i) {
        CHECK(static_cast<std::size_t>(fact_forms()[i].fact) == i);
        CHECK(names.insert(fact_forms()[i].name).second);
    }
}

TEST_CASE("an export lies in the folder above LinkedIn's own", "[linkedin][names]") {
    CHECK(export_folder("Profile.csv").empty());
    CHECK(export_folder("Jobs/Saved Jobs.csv").empty());
    CHECK(export_folder("a/Profile.csv") == "a");
    CHECK(export_folder("a/Articles/Articles/x.html") == "a");
    CHECK(export_folder("1/b.zip/Verifications/Verifications.csv") == "1/b.zip");
}

TEST_CASE("paths stand in the order of a person", "[linkedin][names]") {
    CHECK(is_path_before("Shares_2.csv", "Shares_10.csv"));
    CHECK_FALSE(is_path_before("Shares_10.csv", "Shares_2.csv"));
    CHECK(is_path_before("z.csv", "a/a.csv"));
    CHECK(is_path_before("a01", "a1"));
    CHECK_FALSE(is_path_before("a1", "a01"));
    CHECK_FALSE(is_path_before("a1", "a1"));
}

namespace {

const std::string SomeVotes = "Date,Link,OptionText\n2026-11-01 10:00:00,x,y\n";

}  // namespace

TEST_CASE("a table under a foreign name is known by its header", "[linkedin][names]") {
    const auto outcome = test::import(
        {{"Abstimmungen.csv", SomeVotes}, {"Profile.csv", "First Name,Headline\na,b\n"}});
    CHECK(outcome.document["votes"].size() == 1);
}

TEST_CASE("the parts of a table are one list, a copy is not read", "[linkedin][names]") {
    const auto second = "Date,Link,OptionText\n2026-11-02 10:00:00,x,y\n";
    CHECK(test::import({{"Votes.csv", SomeVotes}, {"Votes_1.csv", second}})
              .document["votes"]
              .size() == 2);
    const auto copies = test::import({{"Votes.csv", SomeVotes}, {"old/Votes.csv", second}});
    CHECK(copies.document["votes"].size() == 1);
    CHECK(copies.document["votes"][0]["at"] == "2026-11-01T10:00:00Z");
    // A changed name is not needed where the right one is there.
    const auto renamed = test::import({{"Votes.csv", SomeVotes}, {"Votes (1).csv", second}});
    CHECK(renamed.document["votes"].size() == 1);
}

TEST_CASE("what systems leave behind is not looked at", "[linkedin][names]") {
    const auto outcome = test::import(
        {{"Votes.csv", SomeVotes}, {"__MACOSX/._Votes.csv", "junk"}, {".DS_Store", "junk"}});
    CHECK(outcome.report["files"].size() == 1);
}

TEST_CASE("the member's number is not shown", "[linkedin][names]") {
    const auto outcome = test::import({{"Votes_918273645.csv", SomeVotes}});
    CHECK(outcome.report["files"][0]["name"] == "Votes_….csv");
    CHECK(test::import({{"Votes_2.csv", SomeVotes}}).report["files"][0]["name"] == "Votes_2.csv");
}
