// SPDX-License-Identifier: Apache-2.0
// Archives in archives and folders, two exports in one place, files in several folders, and a file
// all alone.
#include <catch2/catch.hpp>

#include "plugins/linkedin/container.hpp"
#include "plugins/linkedin/limits.hpp"
#include "tests/unit/linkedin/support.hpp"

using namespace colonnade::linkedin;
using namespace colonnade::linkedin::test;
using nlohmann::json;
using Files = std::map<std::string, std::string>;

namespace {

const std::string BasicName = "Basic_LinkedInDataExport_11-19-2026.zip";
const std::string CompleteName = "Complete_LinkedInDataExport_11-20-2026.zip";
const std::string ProfileHeader = "First Name,Last Name,Headline\n";
const std::string Baking = "Name\nBaking\n";

std::string votes(const std::string& days) {
    std::string text = "Date,Link,OptionText\n";
    for (const char day : days)
        text += std::string("2026-11-0") + day + " 10:00:00,https://x/" + day + ",y\n";
    return text;
}

std::string zip_of(const Files& files) {
    std::vector<ZipEntry> entries;
    for (const auto& [name, content] : files)
        entries.push_back({name, content});
    return make_zip(entries);
}

Outcome import_archive(const std::string& bytes, const std::string& name = CompleteName) {
    const MemoryStream stream(name, bytes);
    return import(stream.stream());
}

Outcome import_folder(const Files& files) {
    const MemoryStream folder("both", files);
    auto outcome = import(folder.stream());
    CHECK(folder.open_count() == 0);
    return outcome;
}

}  // namespace

TEST_CASE("a zip in a zip is read, and a third is not", "[linkedin][nested]") {
    const auto inner = zip_of({{"Votes.csv", votes("12")}, {"Skills.csv", Baking}});
    const auto twice = zip_of({{CompleteName, inner}});
    const MemoryStream stream("x.zip.zip", twice);
    CHECK(probe(stream.stream()) == 100);
    const auto outcome = import(stream.stream());
    CHECK(outcome.document["votes"].size() == 2);
    CHECK(outcome.document["as_of"] == "2026-11-20T23:59:59Z");
    const auto thrice = import_archive(zip_of({{"x.zip", twice}}));
    CHECK(thrice.code == COLONNADE_UNSUPPORTED);
    CHECK(thrice.message.find("unpack it first") != std::string::npos);
    // A folder is no archive.
    CHECK(import_folder({{"x.zip.zip", twice}}).document["votes"].size() == 2);
}

TEST_CASE("an export may be wrapped in folders", "[linkedin][nested]") {
    const auto outcome = import_archive(
        zip_of({{"a/b/Votes.csv", votes("1")},
                {"a/b/Verifications/Verifications.csv", "Verification type\nIDENTITY\n"}}));
    CHECK(outcome.document["votes"].size() == 1);
    CHECK(outcome.document["verified"] == true);
    CHECK_FALSE(file(outcome, "Votes.csv").contains("from"));
}

TEST_CASE("articles without their folder are known by what they hold", "[linkedin][nested]") {
    const auto outcome = import_archive(zip_of(
        {{"Votes.csv", votes("1")},
         {"my-article.html",
          "<title>A</title><p class=\"published\">Published on 2026-01-02 11:30</p> one two"},
         {"page.html", "<title>other</title>"}}));
    CHECK(outcome.document["articles"].size() == 1);
    CHECK_FALSE(file(outcome, "1 other file").is_null());
}

TEST_CASE("two archives in one place are one person", "[linkedin][nested]") {
    const auto basic = zip_of({{"Profile.csv", ProfileHeader + "Runa,Holt,old\n"},
                               {"Skills.csv", Baking},
                               {"Votes.csv", votes("123456")}});
    const auto complete =
        zip_of({{"Profile.csv", ProfileHeader + "Runa,Holt,new\n"}, {"Votes.csv", votes("1234")}});
    const auto outcome = import_folder({{BasicName, basic}, {CompleteName, complete}});
    CHECK(outcome.document["headline"] == "new");
    CHECK(outcome.document["votes"].size() == 4);
    CHECK(outcome.document["skills"].size() == 1);
    CHECK(outcome.document["as_of"] == "2026-11-20T23:59:59Z");
    CHECK(file(outcome, "Profile.csv")["from"] == CompleteName);
    CHECK(file(outcome, "Skills.csv")["from"] == BasicName);
    const auto left = find(outcome.report["files"], "status", "ignored");
    CHECK(left["reason"].get<std::string>().find("the newer, else the larger") !=
          std::string::npos);
}

TEST_CASE("of two archives of one day the larger table is read", "[linkedin][nested]") {
    const auto small = zip_of({{"Votes.csv", votes("1")}, {"Skills.csv", Baking}});
    const auto large = zip_of({{"Votes.csv", votes("123")}});
    CHECK(import_folder({{"a.zip", small}, {"b.zip", large}}).document["votes"].size() == 3);
    CHECK(import_folder({{"a.zip", large}, {"b.zip", small}}).document["votes"].size() == 3);
    CHECK(import_folder({{"a/Votes.csv", votes("1")}, {"b/Votes.csv", votes("123")}})
              .document["votes"]
              .size() == 3);
}

TEST_CASE("exports of different members are never one person", "[linkedin][nested]") {
    const auto profile = [](const std::string& name) {
        return Files{{"Profile.csv", ProfileHeader + name + ",Holt,x\n"}, {"Skills.csv", Baking}};
    };
    const auto code_of = [](const Files& left, const Files& right) {
        const auto outcome = import_folder({{"a.zip", zip_of(left)}, {"b.zip", zip_of(right)}});
        const bool is_told = outcome.message.find("different members") != std::string::npos;
        CHECK(is_told == (outcome.code == COLONNADE_UNSUPPORTED));
        return outcome.code;
    };
    CHECK(code_of(profile("Runa"), profile("Runa")) == COLONNADE_OK);
    CHECK(code_of(profile("Runa"), profile("Ulvi")) == COLONNADE_UNSUPPORTED);
    const auto invited = [](const std::string& owner) {
        return std::pair<const std::string, std::string>(
            "Invitations.csv",
            "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
            "a,b,\"11/2/26, 8:15 AM\",,OUTGOING,https://x/in/" +
                owner + ",https://x/in/other\n");
    };
    CHECK(code_of({invited("runa")}, {invited("ulvi")}) == COLONNADE_UNSUPPORTED);
    // A new name after a wedding, with the same link.
    auto before = profile("Runa");
    auto after = profile("Runa-Lind");
    before.insert(invited("runa"));
    after.insert(invited("runa"));
    CHECK(code_of(before, after) == COLONNADE_OK);
    CHECK(code_of({{"Votes_918273645.csv", votes("1")}}, {{"Votes_111111111.csv", votes("1")}}) ==
          COLONNADE_UNSUPPORTED);
}

TEST_CASE("rows in two files of one table count once", "[linkedin][nested]") {
    const auto outcome = import({{"Votes.csv", votes("1123")},
                                 {"Votes_918273645.csv", votes("2345")},
                                 {"Skills.csv", Baking}});
    // Twice in one file is twice.
    CHECK(outcome.document["votes"].size() == 6);
    CHECK(file(outcome, "Votes_….csv")["left_out"] == 2);
    const auto hidden =
        import({{"Connections.csv", "First Name,Connected On\n,02 Nov 2026\na,03 Nov 2026\n"},
                {"Connections_1.csv", "First Name,Connected On\n,02 Nov 2026\na,03 Nov 2026\n"}});
    CHECK(hidden.document["connections"].size() == 3);
}

TEST_CASE("a damaged archive inside is one file's refusal", "[linkedin][nested]") {
    const auto sound = zip_of({{"Votes.csv", votes("1")}, {"Skills.csv", Baking}});
    const auto cut = sound.substr(0, sound.size() / 2);
    const auto outcome = import_folder({{"a.zip", sound}, {"b.zip", cut}});
    CHECK(outcome.document["votes"].size() == 1);
    const auto archive = file(outcome, "b.zip");
    CHECK(archive["status"] == "refused");
    CHECK(archive["reason"].get<std::string>().find("damaged") != std::string::npos);
    const auto alone = import_folder({{"b.zip", cut}});
    CHECK(alone.code == COLONNADE_UNSUPPORTED);
    CHECK(alone.message.find("damaged") != std::string::npos);
}

TEST_CASE("the number of archives inside is bounded", "[linkedin][nested][limits]") {
    Files files;
    for (std::size_t i = 0; i < MostArchivesInside; ++i)
        files["a" + std::to_string(i) + ".zip"] = zip_of({{"x.txt", "x"}});
    files["z.zip"] = zip_of({{"Votes.csv", votes("1")}});
    CHECK(import_folder(files).code == COLONNADE_UNSUPPORTED);
    files.erase("a0.zip");
    CHECK(import_folder(files).document["votes"].size() == 1);
}

TEST_CASE("what archives inside may hold in memory is bounded", "[linkedin][nested][limits]") {
    const MemoryStream zip("x.zip", zip_of({{"a.zip", "12345"}}));
    Failure failure;
    const auto container = open_zip(zip.stream(), failure);
    REQUIRE(container);
    std::string reason;
    Budget enough{5};
    CHECK(container->open_inside(0, enough, reason));
    Budget too_little{4, "the archives inside are larger than 128 MiB"};
    CHECK_FALSE(container->open_inside(0, too_little, reason));
    CHECK(reason == "the archives inside are larger than 128 MiB");
}

TEST_CASE("files of archives inside count as files", "[linkedin][nested][limits]") {
    std::vector<ZipEntry> entries{{"Votes.csv", votes("1")}};
    for (std::int64_t i = 1; i < MostEntries; ++i)
        entries.push_back({std::to_string(i), ""});
    CHECK(import_folder({{"a.zip", make_zip(entries)}}).code == COLONNADE_OK);
    const auto outcome =
        import_folder({{"a_11-20-2026/Skills.csv", Baking}, {"b.zip", make_zip(entries)}});
    CHECK(file(outcome, "b.zip")["reason"] == "with its files there are more than 2000");
    CHECK_FALSE(outcome.document.contains("votes"));
}

TEST_CASE("a single file is read by its name or its header", "[linkedin][nested]") {
    const auto single = [](const std::string& name, const std::string& content) {
        const MemoryStream stream(name, content);
        CHECK(probe(stream.stream()) == 60);
        return import(stream.stream());
    };
    const auto named = single("Votes.csv", votes("12"));
    CHECK(named.document["votes"].size() == 2);
    CHECK(find(named.report["facts"], "fact", "comments")["state"] == "unknown");
    CHECK(named.document["as_of"] == "2026-11-02T10:00:00Z");
    CHECK(single("Abstimmungen.csv", votes("1")).document["votes"].size() == 1);
    CHECK(single("x.csv", "Date;Link;OptionText\r\n2026-11-01 10:00:00;x;y\r\n")
              .document["votes"]
              .size() == 1);
    const MemoryStream other("notes.csv", "a,b\n1,2\n");
    CHECK(probe(other.stream()) == 0);
    const MemoryStream nothing("notes.txt", "");
    CHECK(probe(nothing.stream()) == 0);
}
