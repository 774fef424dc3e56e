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

bool is_figure(What what) {
    return what == What::Score || what == What::Low || what == What::High ||
           what == What::Assessed || what == What::Pillar || what == What::Rule;
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
        const auto place = place_of(column, places_);
        const bool has_text = is_figure(column.what) && !table_.style.exact;
        cells_.push_back(
            {FixedText(before), column.what, place, has_text ? &texts_.column(place) : nullptr});
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
            longest = std::max(longest, text.room());
    }
    std::size_t bytes = line_end_.room();
    for (const auto& cell : cells_)
        bytes += cell.before.room() + longest;
    return bytes;
}

void TableWriter::write(const engine::Batch& batch, const engine::ScoreColumns& scores,
                        LineBuffer& out) {
    out_ = &out;
    find_figures(places_, scores, figures_);
    constexpr auto Most = ShownFigures::MostRows;
    for (std::size_t first = 0; first < scores.rows; first += Most) {
        const Block block{first, std::min(Most, scores.rows - first)};
        prepare(scores, block);
        for (std::size_t row = 0; row < block.rows; ++row) {
            out.take(write_row(batch, block, row, out.pen(most_bytes_)));
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

Pen TableWriter::write_row(const engine::Batch& batch, const Block& block, std::size_t row,
                           Pen pen) {
    for (const auto& cell : cells_) {
        pen = pen.put(cell.before);
        pen = cell.texts != nullptr ? pen.put(cell.texts->at(row))
                                    : write_cell(cell, batch, block, row, pen);
    }
    return pen.put(line_end_);
}

Pen TableWriter::write_cell(const Cell& cell, const engine::Batch& batch, const Block& block,
                            std::size_t row, Pen pen) {
    const auto index = block.first + row;
    switch (cell.what) {
        case What::Id:
            return write_text(batch.ids[index], pen);
        case What::AsOf:
            return write_as_of(batch.as_of[index] / engine::MicrosPerSecond, pen);
        case What::Rating:
            return write_rating(index, pen);
        case What::Status:
            return pen.put(statuses_[figures_[cell.place].state[index]]);
        case What::Gap: {
            const auto gap = gaps_.rule(cell.place, row);
            return pen.put(gap == NoGap ? nothing_ : rules_[static_cast<std::size_t>(gap)]);
        }
        default:
            return write_exact(cell.place, index, pen);
    }
}

Pen TableWriter::write_exact(std::size_t place, std::size_t row, Pen pen) const {
    const auto& figure = figures_[place];
    return figure.is_present(row) ? pen.put_exact(figure.points[row]) : pen.put(nothing_);
}

Pen TableWriter::write_rating(std::size_t row, Pen pen) const {
    const auto& score = figures_[Places::Score];
    const auto* found = score.is_present(row)
                            ? engine::find_rating(table_.rulebook, score.points[row], 100)
                            : nullptr;
    if (found == nullptr) return pen.put(nothing_);
    return pen.put(ratings_[static_cast<std::size_t>(found - table_.rulebook.ratings.data())]);
}

Pen TableWriter::write_as_of(std::int64_t seconds, Pen pen) {
    if (as_of_ != seconds) {
        as_of_ = seconds;
        as_of_text_ = dsl::time_text(seconds);
    }
    return write_text(as_of_text_, pen);
}

// Of any length, so it makes room for itself and the rest of the row.
Pen TableWriter::write_text(std::string_view text, Pen pen) {
    out_->take(pen);
    if (!is_plain(text, table_.style.form)) {
        const auto cell = text_cell(text, table_.style.form);
        return out_->pen(cell.size() + most_bytes_).put(cell);
    }
    pen = out_->pen(text.size() + 2 + most_bytes_);
    return is_json() ? pen.put('"').put(text).put('"') : pen.put(text);
}

}  // namespace colonnade::cli
