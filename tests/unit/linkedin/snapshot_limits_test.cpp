// SPDX-License-Identifier: Apache-2.0
// How much a member snapshot may hold: each bound just inside and just outside. Where the true one
// would take minutes or all memory, a smaller one is tried.
#include <catch2/catch.hpp>

#include "plugins/linkedin/snapshot_container.hpp"
#include "tests/unit/linkedin/support.hpp"

using namespace colonnade::linkedin;
using namespace colonnade::linkedin::test;
using nlohmann::json;

namespace {

using Files = std::map<std::string, std::string>;

json skills(std::size_t count) {
    json rows = json::array();
    for (std::size_t i = 0; i < count; ++i)
        rows.push_back({{"Name", std::to_string(i)}, {"Note", "x"}});
    return rows;
}

std::string page(std::size_t rows) {
    return json{{"SKILLS", skills(rows)}}.dump();
}

// What is said of the data as a whole, or else of its skills; nothing where all is read.
std::string problem(const MemoryStream& data, const SnapshotBounds& most) {
    Failure failure;
    const auto container = open_export(data.stream(), failure, most);
    if (!container) return failure.message;
    return container->entries().front().refusal;
}

std::string problem_of_file(const std::string& text, const SnapshotBounds& most) {
    const MemoryStream file("snapshot.json", text);
    return problem(file, most);
}

}  // namespace

TEST_CASE("bounds of a snapshot are those of limits.hpp", "[snapshot][limits]") {
    const SnapshotBounds most;
    CHECK(most.cells == MostSnapshotCells);
    CHECK(most.bytes.bytes == MostTotalBytes);
    CHECK(most.bytes.file_bytes == MostFileBytes);
}

TEST_CASE("the cells of a snapshot are bounded over all pages", "[snapshot][limits]") {
    SnapshotBounds most;
    most.cells = 6;
    const auto too_many = "it has more than 8000000 cells";
    CHECK(problem_of_file(page(3), most).empty());
    CHECK(problem_of_file(page(4), most) == too_many);
    const auto in_pages = [&](std::size_t first, std::size_t second) {
        const MemoryStream folder("pages",
                                  Files{{"a.json", page(first)}, {"b.json", page(second)}});
        return problem(folder, most);
    };
    CHECK(in_pages(1, 2).empty());
    CHECK(in_pages(2, 2) == std::string("b.json: ") + too_many);
}

TEST_CASE("a page that stands alone is bounded", "[snapshot][limits]") {
    const auto text = page(3);
    SnapshotBounds most;
    most.bytes.file_bytes = text.size();
    CHECK(problem_of_file(text, most).empty());
    most.bytes.file_bytes = text.size() - 1;
    CHECK(problem_of_file(text, most) == "larger than 256 MiB");
    // The true bound, of a file that says to be so long.
    const MemoryStream file("snapshot.json", text);
    auto longer = file.stream();
    longer.length = static_cast<std::int64_t>(MostFileBytes);
    CHECK(import(longer).message == "the file cannot be read");
    ++longer.length;
    CHECK(import(longer).message == "larger than 256 MiB");
}

TEST_CASE("pages in a folder are bounded, each and together", "[snapshot][limits]") {
    const Files files{{"a.json", page(3)}, {"b.json", page(2)}};
    const MemoryStream folder("pages", files);
    const auto longest = files.at("a.json").size();
    const auto all = longest + files.at("b.json").size();
    SnapshotBounds most;
    most.bytes = Budget{all};
    CHECK(problem(folder, most).empty());
    most.bytes = Budget{all - 1};
    CHECK(problem(folder, most) == "b.json: all files together are larger than 1 GiB");
    most.bytes = Budget{MostTotalBytes};
    most.bytes.file_bytes = longest;
    CHECK(problem(folder, most).empty());
    most.bytes.file_bytes = longest - 1;
    CHECK(problem(folder, most) == "a.json: larger than 256 MiB");
}

TEST_CASE("a file that is made of rows is bounded", "[snapshot][limits]") {
    const auto problem = [](std::uint64_t most_bytes) {
        SnapshotTable table;
        table.add({{"a", "1"}, {"b", "2"}, {"c", "3"}}, 1);
        table.add({{"c", "4"}}, 1);
        const auto csv = table.take_csv(nullptr, most_bytes);
        CHECK(csv.empty() != table.refusal().empty());
        return table.refusal();
    };
    const std::string csv = "\"a\",\"b\",\"c\"\n\"1\",\"2\",\"3\"\n,,\"4\"\n";
    CHECK(problem(csv.size()).empty());
    CHECK(problem(csv.size() - 1) == "larger than 256 MiB");
}
