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

// Of a column that shows a figure, where that lies; else its index.
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
            return places.rules[column.index];
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
      figures_(places_, with_gaps_ || has(table.columns, What::Rule)),
      shown_(places_, has(table.columns, What::Rule)) {
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
    rules_.resize(places_.end - places_.first_rule(), FixedText(""));
    std::size_t index = 0;
    for (const auto& pillar : table_.rulebook.pillars) {
        for (const auto& rule : pillar.rules) {
            const auto name = fmt::format("{}.{}", pillar.id, rule.id);
            rules_[places_.rules[index++] - places_.first_rule()] =
                FixedText(text_cell(name, table_.style.form));
        }
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
                        std::string& out) {
    for (std::size_t first = 0; first < scores.rows; first += Figures::MostRows) {
        figures_.take(scores, first);
        for (std::size_t row = 0; row < figures_.rows(); ++row)
            write_row(batch, scores, first + row, row);
        out += line_.text();
        line_.clear();
    }
}

void TableWriter::write_row(const engine::Batch& batch, const engine::ScoreColumns& scores,
                            std::size_t row, std::size_t taken) {
    values_ = figures_.values(taken);
    if (!table_.style.exact) units_ = shown_.round(figures_, taken);
    if (with_gaps_) {
        gaps_ = gap_finder_.find(values_.subspan(places_.first_rule()),
                                 figures_.of(taken).subspan(places_.first_rule()));
    }
    auto pen = line_.pen(most_bytes_);
    for (const auto& cell : cells_) {
        pen.put(cell.before);
        write_cell(cell, batch, scores, row, pen);
    }
    pen.put(line_end_);
    line_.take(pen);
}

void TableWriter::write_cell(const Cell& cell, const engine::Batch& batch,
                             const engine::ScoreColumns& scores, std::size_t row, Pen& pen) {
    switch (cell.what) {
        case What::Id:
            return write_text(batch.ids[row], pen);
        case What::AsOf:
            return write_as_of(batch.as_of[row] / engine::MicrosPerSecond, pen);
        case What::Score:
        case What::Low:
        case What::High:
        case What::Assessed:
        case What::Pillar:
        case What::Rule:
            return write_figure(cell.place, pen);
        case What::Rating:
            return write_rating(values_[Places::Score], pen);
        case What::Status:
            return pen.put(
                statuses_[static_cast<std::size_t>(scores.rules[cell.place].status[row])]);
        case What::Gap: {
            const auto gap = gaps_[cell.place];
            return pen.put(gap == NoGap ? nothing_ : rules_[gap]);
        }
    }
}

void TableWriter::write_figure(std::size_t place, Pen& pen) const {
    if (values_[place] < 0) {
        pen.put(nothing_);
    } else if (table_.style.exact) {
        pen.put_exact(values_[place]);
    } else {
        pen.put_units(units_[place]);
    }
}

void TableWriter::write_rating(double score, Pen& pen) const {
    const auto* found = score < 0 ? nullptr : engine::find_rating(table_.rulebook, score, 100);
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
    line_.take(pen);
    if (!is_plain(text, table_.style.form)) {
        const auto cell = text_cell(text, table_.style.form);
        pen = line_.pen(cell.size() + most_bytes_);
        return pen.put(cell);
    }
    pen = line_.pen(text.size() + 2 + most_bytes_);
    if (is_json()) pen.put('"');
    pen.put(text);
    if (is_json()) pen.put('"');
}

}  // namespace colonnade::cli
