// SPDX-License-Identifier: Apache-2.0
#include "cli/table/writer.hpp"

#include <fmt/format.h>

#include <iterator>

#include "cli/table/cell_text.hpp"
#include "dsl/types/moment.hpp"
#include "engine/explain/scored_batch.hpp"

namespace colonnade::cli {
namespace {

using What = TableColumn::What;

}  // namespace

std::string Table::head() const {
    if (style.form == TableForm::Ndjson) return {};
    std::string head;
    for (const auto& column : columns)
        head += (head.empty() ? "" : ",") + csv_text(column.name);
    return head + "\n";
}

TableWriter::TableWriter(const Table& table)
    : table_(table), numbers_(table.rulebook), decimals_(ShownDecimals) {
    for (const auto& column : table.columns) {
        std::string before(before_.empty() ? "" : ",");
        if (is_json())
            before = fmt::format("{}{}:", before_.empty() ? "{" : ",", json_text(column.name));
        before_.push_back(std::move(before));
    }
    for (const auto& pillar : table.rulebook.pillars) {
        for (const auto& rule : pillar.rules)
            rules_.push_back(fmt::format("{}.{}", pillar.id, rule.id));
    }
}

void TableWriter::write(const engine::Batch& batch, const engine::ScoreColumns& scores,
                        std::string& out) {
    for (std::size_t row = 0; row < scores.rows; ++row) {
        numbers_.take(scores, row);
        if (!table_.style.exact) numbers_.round(scores, row, decimals_);
        for (std::size_t c = 0; c < table_.columns.size(); ++c) {
            out += before_[c];
            cell(table_.columns[c], batch, scores, row, out);
        }
        out += is_json() ? "}\n" : "\n";
    }
}

void TableWriter::cell(const TableColumn& column, const engine::Batch& batch,
                       const engine::ScoreColumns& scores, std::size_t row,
                       std::string& out) const {
    switch (column.what) {
        case What::Id:
            return text(batch.ids[row], out);
        case What::AsOf:
            return text(dsl::time_text(batch.as_of[row] / engine::MicrosPerSecond), out);
        case What::Score:
            return number(numbers_.total, out);
        case What::Low:
            return number(numbers_.low, out);
        case What::High:
            return number(numbers_.high, out);
        case What::Assessed:
            return number(scores.share_assessed[row], out);
        case What::Rating: {
            const auto rating = numbers_.total
                                    ? engine::rate(table_.rulebook, scores.total[row], 100, "en")
                                    : std::nullopt;
            return rating ? text(rating->id, out) : nothing(out);
        }
        case What::Pillar:
            return number(numbers_.pillars[column.index], out);
        case What::Rule:
            return number(numbers_.rules[column.index], out);
        case What::Status:
            return text(text_of(scores.rules[column.index].status[row]), out);
        case What::Gap: {
            const auto& rule = numbers_.gaps.at(column.index);
            return rule ? text(rules_[*rule], out) : nothing(out);
        }
    }
}

void TableWriter::number(const std::optional<double>& value, std::string& out) const {
    if (!value) return nothing(out);
    if (table_.style.exact) {
        fmt::format_to(std::back_inserter(out), "{}", *value);
    } else {
        fmt::format_to(std::back_inserter(out), "{:.{}f}", *value, ShownDecimals);
    }
}

void TableWriter::text(std::string_view value, std::string& out) const {
    out += is_json() ? json_text(value) : csv_text(value);
}

void TableWriter::nothing(std::string& out) const {
    if (is_json()) out += "null";
}

}  // namespace colonnade::cli
