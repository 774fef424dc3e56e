// SPDX-License-Identifier: Apache-2.0
// Scores of many people as a table: one line a person, in CSV or NDJSON. What is unknown or not
// assessed is empty (null), never 0.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/table/columns.hpp"
#include "cli/table/row_numbers.hpp"
#include "engine/column/batch.hpp"

namespace colonnade::cli {

enum class TableForm { Csv, Ndjson };

// Of figures, unless they are exact.
inline constexpr int ShownDecimals = 4;

struct TableStyle {
    TableForm form = TableForm::Ndjson;
    bool exact = false;  // the shortest form of each double, instead of decimals that add up
};

// Which table is written; the rulebook must outlive it.
struct Table {
    const dsl::Rulebook& rulebook;
    std::vector<TableColumn> columns;
    TableStyle style;

    // What stands before the first row.
    [[nodiscard]] std::string head() const;
};

class TableWriter {
public:
    // The table must outlive the writer.
    explicit TableWriter(const Table& table);

    // Appends a line for each profile.
    void write(const engine::Batch& batch, const engine::ScoreColumns& scores, std::string& out);

private:
    void cell(const TableColumn& column, const engine::Batch& batch,
              const engine::ScoreColumns& scores, std::size_t row, std::string& out) const;
    void number(const std::optional<double>& value, std::string& out) const;
    void text(std::string_view value, std::string& out) const;
    void nothing(std::string& out) const;

    [[nodiscard]] bool is_json() const { return table_.style.form == TableForm::Ndjson; }

    const Table& table_;
    std::vector<std::string> before_;  // each column: what stands before its value
    std::vector<std::string> rules_;   // `pillar.rule` of each
    RowNumbers numbers_;
    engine::Decimals decimals_;
};

}  // namespace colonnade::cli
