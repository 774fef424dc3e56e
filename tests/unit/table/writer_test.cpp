// SPDX-License-Identifier: Apache-2.0
// Tables hold what the reference says, whatever is chosen and whatever stands in an id.
#include "cli/table/writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/made_scores.hpp"
#include "tests/unit/table/reference_table.hpp"

using namespace colonnade;
using cli::TableForm;

namespace {

cli::Table table_of(const dsl::Rulebook& rulebook, const std::vector<std::string>& names,
                    cli::TableStyle style) {
    auto columns = cli::choose_columns(rulebook, names);
    return {rulebook, std::get<std::vector<cli::TableColumn>>(columns), style};
}

std::string written(const tests::MadeScores& made, const cli::Table& table) {
    cli::TableWriter writer(table);
    cli::LineBuffer lines;
    writer.write(made.batch, made.scores, lines);
    const std::string once(lines.text());
    writer.write(made.batch, made.scores, lines);
    return lines.text() == once + once ? once : "not appended";
}

// The first line that differs, or nothing.
std::string difference(const std::string& found, const std::string& expected) {
    const auto differs =
        std::mismatch(found.begin(), found.end(), expected.begin(), expected.end());
    if (differs.first == found.end() && differs.second == expected.end()) return {};
    const auto line_at = [](const std::string& text, auto at) {
        const auto index = static_cast<std::size_t>(at - text.begin());
        const auto first = text.substr(0, index).rfind('\n') + 1;
        return text.substr(first, text.find('\n', index) - first);
    };
    return "found " + line_at(found, differs.first) + "\nnot   " +
           line_at(expected, differs.second);
}

const std::vector<std::vector<std::string>> Choices{
    {"id", "as_of", "score", "low", "high", "assessed", "rating", "pillars", "rules", "statuses",
     "gaps"},
    {},
    {"gaps", "id"},
    {"pillars"},
    {"rules", "score"}};

}  // namespace

TEST_CASE("tables: every row is what one would write cell by cell") {
    for (const tests::MadeSize& size :
         {tests::MadeSize{700}, tests::MadeSize{33, 1, 1}, tests::MadeSize{31, 7, 3, 50},
          tests::MadeSize{40, 2, 90, 97}, tests::MadeSize{65, 3, 8, 20}}) {
        const auto made = tests::make_scores(size, size.rows);
        for (const auto& names : Choices) {
            for (const auto form : {TableForm::Csv, TableForm::Ndjson}) {
                for (const bool exact : {false, true}) {
                    const auto table = table_of(made.rulebook, names, {form, exact});
                    INFO(size.rows << " rows, form " << static_cast<int>(form) << exact);
                    CHECK(difference(written(made, table), tests::reference_table(made, table)) ==
                          "");
                }
            }
        }
    }
}

TEST_CASE("tables: ids of any kind and length do not disturb what stands beside them") {
    auto made = tests::make_scores({6}, 1);
    made.batch.ids = {
        "", std::string(100'000, 'x'), std::string(70'000, '"'), "=1+1", "ä,\n\x01", "\xFF"};
    for (const auto form : {TableForm::Csv, TableForm::Ndjson}) {
        const auto table = table_of(made.rulebook, {"id", "score"}, {form, false});
        auto scores = tests::reference_table(
            made, table_of(made.rulebook, {"score"}, {TableForm::Csv, false}));
        std::string expected;
        for (std::size_t row = 0; row < made.batch.rows; ++row) {
            const auto id = text_cell(made.batch.ids[row], form);
            const auto score = scores.substr(0, scores.find('\n'));
            scores.erase(0, score.size() + 1);
            expected += form == TableForm::Csv
                            ? fmt::format("{},{}\n", id, score)
                            : fmt::format("{{\"id\":{},\"score\":{}}}\n", id, score);
        }
        CHECK(written(made, table) == expected);
    }
}

TEST_CASE("tables: a plain text is written as it is") {
    for (int c = 0; c < 256; ++c) {
        for (const std::string& text :
             {std::string(1, static_cast<char>(c)), std::string("a") + static_cast<char>(c)}) {
            if (is_plain(text, TableForm::Csv)) CHECK(text_cell(text, TableForm::Csv) == text);
            if (is_plain(text, TableForm::Ndjson))
                CHECK(text_cell(text, TableForm::Ndjson) == '"' + text + '"');
        }
    }
    CHECK(is_plain("a-b 1", TableForm::Csv));
    CHECK(is_plain("=a,b", TableForm::Ndjson));
    CHECK_FALSE(is_plain("=a", TableForm::Csv));
    CHECK_FALSE(is_plain("a,b", TableForm::Csv));
    CHECK_FALSE(is_plain("a\\b", TableForm::Ndjson));
    CHECK_FALSE(is_plain("a\x7F", TableForm::Ndjson));
}
