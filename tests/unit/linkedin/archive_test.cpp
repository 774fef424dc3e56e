// SPDX-License-Identifier: Apache-2.0
// Whole made-up archives: the document must be exactly what the maker of the archive says it wrote.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/unit/linkedin/support.hpp"

using namespace colonnade::linkedin::test;
using nlohmann::json;

namespace {

constexpr const char* ZipName = "Complete_LinkedInDataExport_11-20-2026.zip";

std::map<std::string, std::string> read_folder(const std::filesystem::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        files[entry.path().lexically_relative(folder).generic_string()] =
            read_file(entry.path().string());
    }
    return files;
}

// Fact by fact, so that a failure names the fact and not a megabyte.
void check_document(json found, const json& expected) {
    found.erase("id");
    for (const auto& [key, value] : expected.items()) {
        INFO(key);
        REQUIRE(found.contains(key));
        if (value.is_array()) {
            REQUIRE(found[key].size() == value.size());
            for (std::size_t i = 0; i < value.size(); ++i)
                REQUIRE(found[key][i] == value[i]);
        } else {
            CHECK(found[key] == value);
        }
    }
    for (const auto& [key, value] : found.items()) {
        INFO(key);
        CHECK(expected.contains(key));
    }
}

void check_files(const json& found, const json& expected) {
    for (const auto& [name, truth] : expected.items()) {
        INFO(name);
        const auto file = find(found, "name", name);
        REQUIRE_FALSE(file.is_null());
        CHECK(file["status"] == truth["status"]);
        if (truth["status"] != "read") continue;
        CHECK(file["rows"] == truth["rows"]);
        CHECK(file["refused"] == truth["refused"]);
        CHECK(file.value("left_out", 0) == truth["left_out"]);
    }
    CHECK(found.size() == expected.size());
}

Outcome import_zip(const std::string& path, const std::string& name = ZipName) {
    const MemoryStream stream(name, read_file(path));
    CHECK(probe(stream.stream()) == 100);
    return import(stream.stream());
}

}  // namespace

TEST_CASE("a made archive becomes the document that its maker promises", "[linkedin][archive]") {
    const auto row = GENERATE(values<std::pair<std::string, std::string>>({
        {"steady", "--persona steady"},
        {"steady-german", "--persona steady --language de --seed 8"},
        {"silent", "--persona silent"},
        {"newcomer", "--persona newcomer"},
        {"chaser", "--persona chaser"},
        {"executive", "--persona executive"},
        {"basic", "--persona steady --edition basic"},
        {"damaged", "--persona executive --damage"},
        {"other-counts", "--persona executive --messages 900 --connections 12"},
        {"grown", "--persona silent --language de --size-mb 1"},
    }));
    DYNAMIC_SECTION(row.first) {
        const auto folder = fresh_folder(row.first);
        const auto zip = folder + "/" + ZipName;
        make_archive(row.second + " --out " + zip + " --truth " + folder + "/truth.json");
        const auto truth = json::parse(read_file(folder + "/truth.json"));
        const auto outcome = import_zip(zip);
        INFO(outcome.message);
        REQUIRE(outcome.code == COLONNADE_OK);
        check_document(outcome.document, truth["document"]);
        check_files(outcome.report["files"], truth["files"]);
        CHECK(outcome.report["as_of"]["from"] == "the archive's name");
    }
}

TEST_CASE("other folders, archives and letters change nothing", "[linkedin][archive]") {
    const auto* form =
        GENERATE("--pack wrapped", "--pack flat", "--pack split", "--pack twice", "--encode crlf",
                 "--encode 2018", "--encode excel", "--encode excel --pack wrapped");
    const auto* persona = GENERATE("steady", "newcomer");
    DYNAMIC_SECTION(form << " " << persona) {
        const auto folder = fresh_folder("forms");
        const auto zip = folder + "/" + ZipName;
        make_archive(std::string(form) + " --persona " + persona + " --out " + zip + " --truth " +
                     folder + "/truth.json");
        const auto outcome = import_zip(zip);
        INFO(outcome.message);
        REQUIRE(outcome.code == COLONNADE_OK);
        check_document(outcome.document,
                       json::parse(read_file(folder + "/truth.json"))["document"]);
    }
}

TEST_CASE("a folder and a zip of the same files give the same bytes", "[linkedin][archive]") {
    const auto folder = fresh_folder("same");
    make_archive("--out " + folder + "/a.zip");
    make_archive("--out " + folder + "/files");
    const MemoryStream files("Complete_LinkedInDataExport_11-20-2026",
                             read_folder(folder + "/files"));
    CHECK(probe(files.stream()) == 100);
    const auto from_folder = import(files.stream());
    const auto from_zip = import_zip(folder + "/a.zip");
    REQUIRE(from_folder.code == COLONNADE_OK);
    CHECK(from_folder.document_text == from_zip.document_text);
    CHECK(files.open_count() == 0);
}

TEST_CASE("the same arguments make the same archive", "[linkedin][archive]") {
    const auto folder = fresh_folder("twice");
    make_archive("--out " + folder + "/a.zip --persona newcomer");
    make_archive("--out " + folder + "/b.zip --persona newcomer");
    CHECK(read_file(folder + "/a.zip") == read_file(folder + "/b.zip"));
    make_archive("--out " + folder + "/c.zip --persona newcomer --seed 9");
    CHECK(read_file(folder + "/a.zip") != read_file(folder + "/c.zip"));
}

TEST_CASE("the document and the report tell no name, address or link", "[linkedin][archive]") {
    const auto folder = fresh_folder("private");
    make_archive("--out " + folder + "/files --persona executive");
    const auto files = read_folder(folder + "/files");
    const MemoryStream stream("Complete_LinkedInDataExport_11-20-2026", files);
    const auto outcome = import(stream.stream());
    const auto text = outcome.document_text + outcome.report.dump();
    for (const auto* secret : {"Lindenweg", "/in/", "192.0.2", "someone@example.org", "+49 000",
                               "linkedin.com", "Lumora", "May 4"}) {
        INFO(secret);
        CHECK(text.find(secret) == std::string::npos);
    }
    const auto profile = files.at("Profile.csv");
    const auto row = profile.substr(profile.find('\n') + 1);
    const auto last_name =
        row.substr(row.find(',') + 1, row.find(',', row.find(',') + 1) - row.find(',') - 1);
    REQUIRE(last_name.size() > 3);
    CHECK(text.find(last_name) == std::string::npos);
}

TEST_CASE("an export without any date says which option gives it", "[linkedin][archive]") {
    const MemoryStream folder("x", {{"Skills.csv", "Name\nBaking\n"}});
    CHECK(import(folder.stream()).message.find("give the date with `--as-of`") !=
          std::string::npos);
}
