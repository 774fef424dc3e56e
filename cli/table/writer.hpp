// SPDX-License-Identifier: Apache-2.0
// Scores of many people as a table: one line a person, in CSV or NDJSON. What is unknown or not
// assessed is empty (null), never 0.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/table/cell_text.hpp"
#include "cli/table/columns.hpp"
#include "cli/table/figure_texts.hpp"
#include "cli/table/figures.hpp"
#include "cli/table/gaps.hpp"
#include "cli/table/line_buffer.hpp"
#include "cli/table/shown_figures.hpp"
#include "engine/column/batch.hpp"

namespace colonnade::cli {

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

// Nothing is allocated per row, and no text made that could be made before: a row is copies of
// fixed texts with figures between them.
class TableWriter {
public:
    // The table must outlive the writer.
    explicit TableWriter(const Table& table);
    TableWriter(const TableWriter&) = delete;

    // Appends a line for each profile.
    void write(const engine::Batch& batch, const engine::ScoreColumns& scores, LineBuffer& out);

private:
    using Block = engine::SharedColumns::Block;
    struct Cell {
        FixedText before;  // what stands before its value
        TableColumn::What what = TableColumn::What::Id;
        std::size_t place = 0;  // of a figure, of a status that of its rule; index of a gap
        const FigureTexts::Column* texts = nullptr;  // of a figure that is not shown exactly
    };
    void add_cells();
    void add_values();
    [[nodiscard]] std::size_t most_bytes() const;
    [[nodiscard]] bool is_json() const { return table_.style.form == TableForm::Ndjson; }

    void prepare(const engine::ScoreColumns& scores, const Block& block);
    [[nodiscard]] Pen write_row(const engine::Batch& batch, const Block& block, std::size_t row,
                                Pen pen);
    [[nodiscard]] Pen write_cell(const Cell& cell, const engine::Batch& batch, const Block& block,
                                 std::size_t row, Pen pen);
    [[nodiscard]] Pen write_exact(std::size_t place, std::size_t row, Pen pen) const;
    [[nodiscard]] Pen write_rating(std::size_t row, Pen pen) const;
    [[nodiscard]] Pen write_as_of(std::int64_t seconds, Pen pen);
    [[nodiscard]] Pen write_text(std::string_view text, Pen pen);

    const Table& table_;
    FigurePlaces places_;
    std::vector<Cell> cells_;
    std::vector<FixedText> rules_;  // `pillar.rule`
    std::vector<FixedText> statuses_;
    std::vector<FixedText> ratings_;
    FixedText nothing_;
    FixedText line_end_;
    std::size_t most_bytes_ = 0;  // of a row, texts of profiles aside
    bool with_gaps_ = false;

    // Of the scores and the block that are being written.
    std::vector<engine::PartColumn> figures_;
    ShownFigures shown_;
    FigureTexts texts_;
    GapFinder gaps_;
    LineBuffer* out_ = nullptr;
    // The last moment written: many people have the same one.
    std::optional<std::int64_t> as_of_;
    std::string as_of_text_;
};

}  // namespace colonnade::cli
