// SPDX-License-Identifier: Apache-2.0
// The scanner against two that others wrote, libcsv and Python's csv, on tables made up from a
// seed. Where they are known to differ from us the tables avoid it: libcsv trims blanks, both take
// a lone carriage return for a line end.
#include <csv.h>

#include <catch2/catch.hpp>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "plugins/linkedin/csv.hpp"
#include "tests/unit/linkedin/support.hpp"

using namespace colonnade::linkedin;

namespace {

using Rows = std::vector<std::vector<std::string>>;

class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed * 2 + 1) {}
    std::size_t below(std::size_t size) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>(state_ >> 33U) % size;
    }
    std::string_view one_of(std::initializer_list<std::string_view> choices) {
        return choices.begin()[below(choices.size())];
    }

private:
    std::uint64_t state_;
};

std::string quoted_cell(Dice& dice) {
    std::string cell = "\"";
    for (auto i = dice.below(9); i > 0; --i)
        cell +=
            dice.one_of({"a", "bcd", ",", "\n", "\r\n", "\r", "\"\"", std::string_view("\0", 1),
                         "a long run of plain text, longer than one block of the scanner is", "ü"});
    return cell + '"';
}

// A table as RFC 4180 has it: any line ends, blank lines, with or without a last one.
std::string sound_table(std::uint64_t seed) {
    Dice dice(seed);
    std::string text;
    for (auto row = dice.below(12) + 1; row > 0; --row) {
        for (auto cell = dice.below(5) + 1; cell > 0; --cell) {
            text +=
                dice.below(2) == 0 ? quoted_cell(dice) : std::string(dice.one_of({"", "x", "7.5"}));
            if (cell > 1) text += ',';
        }
        text += dice.one_of({"\n", "\r\n", "\n\n", "\r\n\n"});
    }
    if (dice.below(2) == 0) {
        while (text.ends_with('\n') || text.ends_with('\r'))
            text.pop_back();
    }
    return text;
}

// Whatever these pieces make.
std::string unsound_table(std::uint64_t seed) {
    Dice dice(seed);
    std::string text;
    for (auto i = dice.below(30); i > 0; --i)
        text += dice.one_of({"a", "bc", ",", ",", "\n", "\r\n", "\"", "\"\""});
    return text;
}

Rows scan(std::string content, bool& is_broken) {
    Rows rows;
    is_broken = false;
    CsvScanner scanner(content, Quoting::Doubled);
    for (auto step = scanner.next(); step != CsvScanner::Step::End; step = scanner.next()) {
        is_broken |= step == CsvScanner::Step::Broken;
        rows.emplace_back(scanner.cells().begin(), scanner.cells().end());
    }
    return rows;
}

struct Collected {
    Rows rows;
    std::vector<std::string> row;
};

void take_cell(void* text, std::size_t size, void* self) {
    static_cast<Collected*>(self)->row.emplace_back(static_cast<const char*>(text), size);
}

void take_row(int /*end*/, void* self) {
    auto& to = *static_cast<Collected*>(self);
    to.rows.push_back(std::move(to.row));
    to.row.clear();
}

Rows scan_by_libcsv(const std::string& content) {
    csv_parser parser;
    REQUIRE(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) == 0);
    Collected found;
    REQUIRE(csv_parse(&parser, content.data(), content.size(), take_cell, take_row, &found) ==
            content.size());
    REQUIRE(csv_fini(&parser, take_cell, take_row, &found) == 0);
    csv_free(&parser);
    return std::move(found.rows);
}

}  // namespace

TEST_CASE("libcsv reads sound tables as the scanner does", "[linkedin][csv][oracle]") {
    for (std::uint64_t seed = 0; seed < 3000; ++seed) {
        INFO(seed);
        const auto table = sound_table(seed);
        bool is_broken = false;
        const auto rows = scan(table, is_broken);
        REQUIRE_FALSE(is_broken);
        REQUIRE(rows == scan_by_libcsv(table));
    }
}

TEST_CASE("Python's csv agrees on what is sound and what it says", "[linkedin][csv][oracle]") {
    const auto folder = test::fresh_folder("oracle");
    auto cases = nlohmann::json::array();
    const auto add = [&cases](const std::string& table) {
        bool is_broken = false;
        auto rows = scan(table, is_broken);
        cases.push_back({{"table", table}, {"broken", is_broken}, {"rows", std::move(rows)}});
    };
    for (std::uint64_t seed = 0; seed < 3000; ++seed) {
        add(sound_table(seed));
        add(unsound_table(seed));
    }
    std::ofstream(folder + "/cases.json") << cases;
    const std::string command = std::string(COLONNADE_PYTHON) + " -B " + COLONNADE_SOURCE_DIR +
                                "/tests/unit/linkedin/csv_oracle.py " + folder + "/cases.json";
    CHECK(std::system(command.c_str()) == 0);
}
