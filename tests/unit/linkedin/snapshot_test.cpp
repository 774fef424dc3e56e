// SPDX-License-Identifier: Apache-2.0
// LinkedIn's member snapshot: its three shapes, what comes twice in it, what it leaves open, and
// JSON that is out to harm.
#include <catch2/catch.hpp>

#include "plugins/linkedin/file_table.hpp"
#include "plugins/linkedin/limits.hpp"
#include "plugins/linkedin/snapshot_domains.hpp"
#include "tests/unit/linkedin/support.hpp"

using namespace colonnade::linkedin;
using namespace colonnade::linkedin::test;
using nlohmann::json;

namespace {

constexpr const char* AsOf = R"({"as_of":"2026-11-20"})";

Outcome read_text(const std::string& text) {
    const MemoryStream file("snapshot.json", text);
    return import(file.stream(), AsOf);
}

Outcome read(const json& content) {
    return read_text(content.dump());
}

Outcome read_pages(const std::map<std::string, std::string>& files) {
    const MemoryStream folder("pages", files);
    auto outcome = import(folder.stream(), AsOf);
    CHECK(folder.open_count() == 0);
    return outcome;
}

json page(const std::string& domain, const json& rows) {
    return {{"paging", {{"start", 0}, {"total", 7}}},
            {"elements", {{{"snapshotDomain", domain}, {"snapshotData", rows}}}}};
}

json reaction(const std::string& at) {
    return {{"Date", at}, {"Type", "LIKE"}, {"Link", "https://example.org/1"}};
}

json connection(const std::string& day) {
    return {{"First Name", ""}, {"Connected On", day}};
}

const json ProfileRows = {{{"First Name", "Ina"}, {"Headline", "Builder"}, {"Summary", ""}}};
const json SkillRows = {{{"Name", "Welding"}}, {{"Name", "Sailing"}}};

std::string state_of(const Outcome& outcome, const std::string& fact) {
    return find(outcome.report["facts"], "fact", fact)["state"];
}

}  // namespace

TEST_CASE("all shapes of a snapshot give the same document", "[snapshot]") {
    const auto domains = read(json{{"PROFILE", ProfileRows}, {"SKILLS", SkillRows}});
    REQUIRE(domains.message.empty());
    CHECK(domains.document["headline"] == "Builder");
    CHECK(domains.document["summary"] == "");
    CHECK(domains.document["id"] == "snapshot");
    CHECK(domains.document["skills"].size() == 2);
    const auto pages = json::array({page("SKILLS", SkillRows), page("PROFILE", ProfileRows)});
    CHECK(read(pages).document_text == domains.document_text);
    auto folder = read_pages({{"2/b.json", page("SKILLS", SkillRows).dump()},
                              {"1/a.json", "\xEF\xBB\xBF \n" + page("PROFILE", ProfileRows).dump()},
                              {"notes.json", "{}"},
                              {"notes.txt", "no page"}});
    folder.document["id"] = "snapshot";
    CHECK(folder.document == domains.document);
    CHECK(read(page("PROFILE", ProfileRows)).document["headline"] == "Builder");
}

TEST_CASE("keys may come in any order and be missing", "[snapshot]") {
    const auto outcome = read_text(
        R"({"elements":[{"snapshotData":[{"Link":"l","Date":"2026-11-01 10:00:00","Type":"LIKE"},)"
        R"({"Type":"PRAISE","Date":"2026-11-02 10:00:00","More":null,"Number":7,"List":[{"a":1}]}],)"
        R"("snapshotDomain":"ALL_LIKES"}]})");
    REQUIRE(outcome.message.empty());
    CHECK(outcome.document["reactions"] ==
          json({{{"at", "2026-11-01T10:00:00Z"}, {"kind", "like"}},
                {{"at", "2026-11-02T10:00:00Z"}, {"kind", "praise"}}}));
}

TEST_CASE("rows that come in several chunks count once", "[snapshot]") {
    const auto first = reaction("2026-11-01 10:00:00");
    const auto second = reaction("2026-11-02 10:00:00");
    const auto outcome =
        read(json::array({page("ALL_LIKES", {first, second}), page("ALL_LIKES", {second, first}),
                          page("ALL_LIKES", json::array({second}))}));
    CHECK(outcome.document["reactions"].size() == 2);
    const auto file = find(outcome.report["files"], "name", "Reactions.csv");
    CHECK(file["rows"] == 2);
    CHECK(file["left_out"] == 3);
}

TEST_CASE("members who hide themselves may be several of one day", "[snapshot]") {
    const auto day = connection("20 Nov 2026");
    const auto other = connection("19 Nov 2026");
    const auto outcome = read(json::array(
        {page("CONNECTIONS", {day, day, other}), page("CONNECTIONS", {day, day, day})}));
    CHECK(outcome.document["connections"].size() == 4);
}

TEST_CASE("what was received and what was given is told by the keys", "[snapshot]") {
    const json received = {{"Endorsement Date", "2026/11/01 10:00:00 UTC"},
                           {"Skill Name", "Welding"},
                           {"Endorser First Name", "Ole"},
                           {"Endorsement Status", "ACCEPTED"}};
    const json given = {{"Endorsement Date", "2026/11/02 10:00:00 UTC"},
                        {"Endorsee First Name", "Ole"}};
    const auto both = read(json{{"ENDORSEMENTS", {received, given}}});
    CHECK(both.document["endorsements"].size() == 1);
    CHECK(both.document["endorsements_given"].size() == 1);
    const auto one = read(json{{"ENDORSEMENTS", {received}}});
    CHECK(one.document["endorsements_given"] == json::array());
    auto untold = given;
    untold.erase("Endorsee First Name");
    const auto outcome = read(json{{"ENDORSEMENTS", {received, untold}}, {"SKILLS", SkillRows}});
    CHECK_FALSE(outcome.document.contains("endorsements"));
    CHECK_FALSE(outcome.document.contains("endorsements_given"));
    const auto file = find(outcome.report["files"], "name", "Endorsement_Given_Info.csv");
    CHECK(file["status"] == "refused");
    CHECK(file["reason"] == "a row of ENDORSEMENTS does not tell received from given");
}

TEST_CASE("a domain that is missing is unknown, an empty one is empty", "[snapshot]") {
    const auto outcome =
        read(json{{"PROFILE", ProfileRows},
                  {"SKILLS", SkillRows},
                  {"COURSES", json::array()},
                  {"ALL_LIKES", {reaction("2026-11-01 10:00:00")}},
                  {"INSTANT_REPOSTS", {{{"Date", "2026-11-01 10:00:00"}, {"Link", "l"}}}}});
    CHECK(state_of(outcome, "courses") == "none");
    CHECK(state_of(outcome, "honors") == "unknown");
    CHECK(state_of(outcome, "posts") == "unknown");
    CHECK(state_of(outcome, "articles") == "unknown");
    CHECK(find(outcome.report["facts"], "fact", "posts")["reason"] == "no MEMBER_SHARE_INFO");
}

TEST_CASE("a domain that is not read is named, an unknown one known by its columns", "[snapshot]") {
    const auto outcome = read(json{{"SKILLS", SkillRows},
                                   {"EMAIL_ADDRESSES", {{{"Email Address", "a@example.org"}}}},
                                   {"ALL/LIKES_2", {reaction("2026-11-01 10:00:00")}},
                                   {"GROUPS", {{{"Name", "Welders"}}}}});
    CHECK(find(outcome.report["files"], "name", "Email Addresses.csv")["status"] == "ignored");
    CHECK(find(outcome.report["files"], "name", "GROUPS.csv")["status"] == "ignored");
    CHECK(outcome.document["reactions"].size() == 1);
    CHECK(outcome.report.dump().find("example.org") == std::string::npos);
}

TEST_CASE("every file of a domain is one that archives have", "[snapshot]") {
    for (const auto& form : domain_forms()) {
        INFO(form.domain);
        CHECK((kind_by_name(form.file) || !reason_to_ignore(form.file).empty()));
        CHECK((form.given_file.empty() || kind_by_name(form.given_file)));
        CHECK(domain_of_file(form.file) == form.domain);
    }
}

TEST_CASE("a bad row is told by its number", "[snapshot]") {
    const auto outcome = read(json{{"ALL_COMMENTS",
                                    {{{"Date", "2026-11-01 10:00:00"},
                                      {"Link", "l"},
                                      {"Message", "two\nlines, a \\ and a \"quote\"\\"}},
                                     {{"Date", "soon"}, {"Link", "l"}, {"Message", "x"}}}}});
    REQUIRE(outcome.message.empty());
    CHECK(outcome.document["comments"][0]["text"] == "two\nlines, a \\ and a \"quote\"\\");
    const auto problem = find(outcome.report["files"], "name", "Comments.csv")["problems"][0];
    CHECK(problem["row"] == 2);
    CHECK_FALSE(problem.contains("line"));
}

TEST_CASE("a probe is sure of a snapshot and of nothing like it", "[snapshot]") {
    const auto sure = [](const std::string& text) {
        const MemoryStream file("x.json", text);
        return probe(file.stream());
    };
    CHECK(sure(R"({"elements":[{"snapshotDomain":"X"}]})") == 100);
    CHECK(sure(R"( [{"elements": [{"snapshotData" : []}]}])") == 100);
    CHECK(sure(R"({"FOO": [], "SKILLS" : [)") == 100);
    CHECK(sure(R"({"profile":1,"skills":[]})") == 0);
    CHECK(sure(R"({"profile":1,"headline":"\"SKILLS\":["})") == 0);
    CHECK(sure(R"({"SKILLS": 7})") == 0);
    CHECK(sure(R"(text with "SKILLS": [])") == 0);
    CHECK(sure("") == 0);
}

TEST_CASE("a page that breaks off is not taken for a whole one", "[snapshot]") {
    const auto whole = page("SKILLS", SkillRows).dump();
    const auto broken = whole.substr(0, whole.find("Sailing"));
    CHECK(read_text(broken).code != 0);
    CHECK(read_text("{\n\"SKILLS\": [{\"Name\"\n: tru").message == "it is no JSON from line 3 on");
    // The domain stands behind its rows, so nobody can say which one is not whole.
    CHECK(read_pages({{"a.json", page("PROFILE", ProfileRows).dump()}, {"b.json", broken}}).code !=
          0);
    const auto outcome = read_pages(
        {{"a.json", page("SKILLS", SkillRows).dump()},
         {"b.json", R"({"elements":[{"snapshotDomain":"SKILLS","snapshotData":[{"Name":"x"})"},
         {"c.json", page("PROFILE", ProfileRows).dump()}});
    REQUIRE(outcome.message.empty());
    CHECK_FALSE(outcome.document.contains("skills"));
    CHECK(outcome.document["headline"] == "Builder");
    CHECK(find(outcome.report["files"], "name", "Skills.csv")["reason"] ==
          "b.json: it is no JSON from line 1 on");
}

TEST_CASE("hostile JSON ends in words", "[snapshot]") {
    const auto deep = [](std::size_t levels) {
        return R"({"SKILLS":[{"Name":"x","More":)" + std::string(levels, '[') +
               std::string(levels, ']') + "}]}";
    };
    CHECK(read_text(deep(MostJsonDepth - 3)).message.empty());
    CHECK(read_text(deep(MostJsonDepth - 2)).message.find("16 levels") != std::string::npos);
    CHECK(read_text(R"({"SKILLS":[)" + std::string(1'000'000, '[')).code != 0);
    CHECK(read_text(R"({"elements":[{"snapshotData":[{"Name":"x"}]}]})")
              .message.find("snapshotDomain") != std::string::npos);
    const auto wide = [](std::size_t columns) {
        auto row = json{{"Name", "x"}};
        for (std::size_t i = 1; i < columns; ++i)
            row["c" + std::to_string(i)] = "y";
        return json{{"SKILLS", {row}}, {"PROFILE", ProfileRows}};
    };
    CHECK(read(wide(MostColumns)).document.contains("skills"));
    CHECK_FALSE(read(wide(MostColumns + 1)).document.contains("skills"));
    const auto with_name = [](std::size_t bytes) {
        return json{{"SKILLS", {{{"Name", std::string(bytes, 'x')}}}}, {"PROFILE", ProfileRows}};
    };
    CHECK(read(with_name(MostFieldBytes)).document.contains("skills"));
    CHECK_FALSE(read(with_name(MostFieldBytes + 1)).document.contains("skills"));
    const auto bad = read_text("{\"SKILLS\":[{\"Name\":\"a\\u0000b\"},{\"Name\":\"\xFF\"}]}");
    REQUIRE(bad.message.empty());
    CHECK(bad.document["skills"].size() == 2);
}

TEST_CASE("the domains of a snapshot are bounded", "[snapshot]") {
    const auto with = [](std::size_t domains) {
        json content = {{"SKILLS", SkillRows}};
        for (std::size_t i = 1; i < domains; ++i)
            content["UNKNOWN_" + std::to_string(i)] = json::array();
        return content;
    };
    CHECK(read(with(MostSnapshotDomains)).message.empty());
    CHECK(read(with(MostSnapshotDomains + 1)).message.find("more domains") != std::string::npos);
}
