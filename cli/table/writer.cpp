// SPDX-License-Identifier: Apache-2.0
#include "cli/table/writer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/types/moment.hpp"
#include "engine/score/rating.hpp"

namespace colonnade::cli {
namespace {

using What = TableColumn::What;
using Places = FigurePlaces;

constexpr std::array Statuses{engine::Status::Assessed, engine::Status::Unknown,
                              engine::Status::NotApplicable, engine::Status::Error};

bool has(const std::vector<TableColumn>& columns, What what) {
    return std::any_of(columns.begin(), columns.end(),
                       [&](const TableColumn& column) { return column.what == what; });
}

// Of a column that shows a figure, or the status of one, where that lies; else its index.
std::size_t place_of(const TableColumn& column, const Places& places) {
    switch (column.what) {
        case What::Score:
            return Places::Score;
        case What::Low:
            return Places::Low;
        case What::High:
            return Places::High;
        case What::Assessed:
            return Places::Assessed;
        case What::Pillar:
            return Places::FirstPillar + column.index;
        case What::Rule:
        case What::Status:
            return places.first_rule + column.index;
        default:
            return column.index;
    }
}

}  // namespace

std::string Table::head() const {
    if (style.form == TableForm::Ndjson) return {};
    std::string head;
    for (const auto& column : columns)
        head += (head.empty() ? "" : ",") + text_cell(column.name, TableForm::Csv);
    return head + "\n";
}

TableWriter::TableWriter(const Table& table)
    : table_(table),
      places_(table.rulebook),
      nothing_(is_json() ? "null" : ""),
      line_end_(is_json() ? "}\n" : "\n"),
      with_gaps_(has(table.columns, What::Gap)),
      shown_(places_, has(table.columns, What::Rule)),
      texts_(places_.end, is_json() ? "null" : "") {
    add_cells();
    add_values();
    most_bytes_ = most_bytes();
}

void TableWriter::add_cells() {
    for (const auto& column : table_.columns) {
        const auto* separator = cells_.empty() ? "" : ",";
        const auto before = is_json() ? fmt::format("{}{}:", cells_.empty() ? "{" : separator,
                                                    text_cell(column.name, TableForm::Ndjson))
                                      : separator;
        cells_.push_back({FixedText(before), column.what, place_of(column, places_)});
    }
}

void TableWriter::add_values() {
    const auto add = [&](std::string_view text, std::vector<FixedText>& to) {
        to.emplace_back(text_cell(text, table_.style.form));
    };
    for (const auto& pillar : table_.rulebook.pillars) {
        for (const auto& rule : pillar.rules)
            add(fmt::format("{}.{}", pillar.id, rule.id), rules_);
    }
    for (const auto status : Statuses)
        add(text_of(status), statuses_);
    for (const auto& rating : table_.rulebook.ratings)
        add(rating.id, ratings_);
}

std::size_t TableWriter::most_bytes() const {
    std::size_t longest = Pen::MostFigure;
    for (const auto* texts : {&rules_, &statuses_, &ratings_}) {
        for (const auto& text : *texts)
            longest = std::max(longest, text.blocks().size());
    }
    std::size_t bytes = line_end_.blocks().size();
    for (const auto& cell : cells_)
        bytes += cell.before.blocks().size() + longest;
    return bytes;
}

void TableWriter::write(const engine::Batch& batch, const engine::ScoreColumns& scores,
                        LineBuffer& out) {
    out_ = &out;
    find_figures(scores, figures_);
    constexpr auto Most = ShownFigures::MostRows;
    for (std::size_t first = 0; first < scores.rows; first += Most) {
        const Block block{first, std::min(Most, scores.rows - first)};
        prepare(scores, block);
        for (std::size_t row = 0; row < block.rows; ++row) {
            auto pen = out.pen(most_bytes_);
            write_row(batch, block, row, pen);
            out.take(pen);
        }
    }
}

void TableWriter::prepare(const engine::ScoreColumns& scores, const Block& block) {
    if (!table_.style.exact) {
        shown_.round(figures_, scores, block);
        texts_.write(shown_.units());
    }
    if (with_gaps_) gaps_.find(std::span(figures_).subspan(places_.first_rule), block);
}

void TableWriter::write_row(const engine::Batch& batch, const Block& block, std::size_t row,
                            Pen& pen) {
    for (const auto& cell : cells_) {
        pen.put(cell.before);
        write_cell(cell, batch, block, row, pen);
    }
    pen.put(line_end_);
}

void TableWriter::write_cell(const Cell& cell, const engine::Batch& batch, const Block& block,
                             std::size_t row, Pen& pen) {
    switch (cell.what) {
        case What::Id:
            return write_text(batch.ids[block.first + row], pen);
        case What::AsOf:
            return write_as_of(batch.as_of[block.first + row] / engine::MicrosPerSecond, pen);
        case What::Score:
        case What::Low:
        case What::High:
        case What::Assessed:
        case What::Pillar:
        case What::Rule:
            return write_figure(cell.place, block, row, pen);
        case What::Rating:
            return write_rating(block.first + row, pen);
        case What::Status:
            return pen.put(statuses_[figures_[cell.place].state[block.first + row]]);
        case What::Gap: {
            const auto gap = gaps_.rule(cell.place, row);
            return pen.put(gap == NoGap ? nothing_ : rules_[static_cast<std::size_t>(gap)]);
        }
    }
}

void TableWriter::write_figure(std::size_t place, const Block& block, std::size_t row,
                               Pen& pen) const {
    if (!table_.style.exact) {
        pen.put_start<FigureBytes>(texts_.bytes(place, row), texts_.length(place, row));
    } else if (figures_[place].is_present(block.first + row)) {
        pen.put_exact(figures_[place].points[block.first + row]);
    } else {
        pen.put(nothing_);
    }
}

void TableWriter::write_rating(std::size_t row, Pen& pen) const {
    const auto& score = figures_[Places::Score];
    const auto* found = score.is_present(row)
                            ? engine::find_rating(table_.rulebook, score.points[row], 100)
                            : nullptr;
    if (found == nullptr) return pen.put(nothing_);
    pen.put(ratings_[static_cast<std::size_t>(found - table_.rulebook.ratings.data())]);
}

void TableWriter::write_as_of(std::int64_t seconds, Pen& pen) {
    if (as_of_ != seconds) {
        as_of_ = seconds;
        as_of_text_ = dsl::time_text(seconds);
    }
    write_text(as_of_text_, pen);
}

// Of any length, so it makes room for itself and the rest of the row.
void TableWriter::write_text(std::string_view text, Pen& pen) {
    out_->take(pen);
    if (!is_plain(text, table_.style.form)) {
        const auto cell = text_cell(text, table_.style.form);
        pen = out_->pen(cell.size() + most_bytes_);
        return pen.put(cell);
    }
    pen = out_->pen(text.size() + 2 + most_bytes_);
    if (is_json()) pen.put('"');
    pen.put(text);
    if (is_json()) pen.put('"');
}

}  // namespace colonnade::cli
