// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/table/reference_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "dsl/types/moment.hpp"
#include "tests/support/full_points.hpp"
#include "tests/support/reference_shares.hpp"

namespace colonnade::tests {
namespace {

using engine::Status;
using What = cli::TableColumn::What;

constexpr double Scale = 10'000;
constexpr double Nothing = std::numeric_limits<double>::quiet_NaN();

// One person's figures, rounded one after another.
class Reference {
public:
    Reference(const MadeScores& made, std::size_t row, bool exact)
        : made_(made),
          row_(row),
          exact_(exact),
          full_(full_points(made.rulebook, made.scores, row)) {
        const auto& scores = made.scores;
        score = scores.assessed[row] != 0 ? scores.total[row] : Nothing;
        low = scores.low[row];
        high = scores.high[row];
        share = scores.share_assessed[row];
        for (const auto& pillar : scores.pillars)
            pillars.push_back(pillar.assessed[row] != 0 ? pillar.points[row] : Nothing);
        for (const auto& rule : scores.rules)
            rules.push_back(rule.status[row] == Status::Assessed ? rule.points[row] : Nothing);
        if (!exact) round();
    }

    double score;
    double low;
    double high;
    double share;
    std::vector<double> pillars;
    std::vector<double> rules;

    [[nodiscard]] std::vector<std::size_t> gaps() const {
        std::vector<std::pair<double, std::size_t>> missing;
        for (std::size_t r = 0; r < made_.scores.rules.size(); ++r) {
            const auto& rule = made_.scores.rules[r];
            const auto lost = full_[r] - rule.points[row_];
            if (rule.status[row_] == Status::Assessed && lost > 0) missing.emplace_back(-lost, r);
        }
        std::sort(missing.begin(), missing.end());
        std::vector<std::size_t> gaps;
        for (const auto& [lost, rule] : missing)
            gaps.push_back(rule);
        return gaps;
    }

private:
    static std::int64_t units(double value) { return std::llround(value * Scale); }

    // Rounds those that are there.
    static std::vector<std::int64_t> share_out(std::span<double> points, std::vector<double> of,
                                               std::int64_t sum, std::int64_t sum_of) {
        std::vector<double> parts;
        std::vector<double> parts_of;
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (std::isnan(points[i])) continue;
            parts.push_back(points[i]);
            parts_of.push_back(of[i]);
        }
        const auto shares = reference_shares(parts, parts_of, sum, sum_of, Scale);
        std::vector<std::int64_t> units_of(points.size());
        for (std::size_t i = 0, next = 0; i < points.size(); ++i) {
            if (std::isnan(points[i])) continue;
            units_of[i] = shares.of[next];
            points[i] = static_cast<double>(shares.points[next++]) / Scale;
        }
        return units_of;
    }

    void round() {
        const auto& scores = made_.scores;
        const bool is_bounded = low == high;
        const bool is_assessed = !std::isnan(score);
        if (is_assessed) score = static_cast<double>(units(score)) / Scale;
        std::vector<double> of;
        for (const auto& pillar : scores.pillars)
            of.push_back(pillar.of[row_]);
        const auto of_pillars = share_out(pillars, of, is_assessed ? units(score) : 0, 1'000'000);
        std::size_t first = 0;
        for (std::size_t p = 0; p < pillars.size(); ++p) {
            const auto count = made_.rulebook.pillars[p].rules.size();
            const std::vector<double> of_rules(
                full_.begin() + static_cast<std::ptrdiff_t>(first),
                full_.begin() + static_cast<std::ptrdiff_t>(first + count));
            const auto sum = std::isnan(pillars[p]) ? 0 : units(pillars[p]);
            share_out(std::span(rules).subspan(first, count), of_rules,
                      sum - units(scores.pillars[p].withheld[row_]), of_pillars[p]);
            first += count;
        }
        // As whole numbers, so that there is no -0.
        low = static_cast<double>(std::llround(std::floor(low * Scale + 1e-9))) / Scale;
        high = static_cast<double>(std::llround(std::ceil(high * Scale - 1e-9))) / Scale;
        if (!is_assessed) return;
        low = is_bounded ? score : std::min(low, score);
        high = is_bounded ? score : std::max(high, score);
    }

    const MadeScores& made_;
    std::size_t row_;
    bool exact_;
    std::vector<double> full_;  // points of each rule
};

// A cell, as JSON.
std::string cell(const MadeScores& made, const cli::TableColumn& column, const Reference& row,
                 std::size_t index, bool exact) {
    const auto quoted = [](std::string_view text) { return fmt::format("\"{}\"", text); };
    const auto number = [&](double value) {
        if (std::isnan(value)) return std::string("null");
        return exact ? fmt::format("{}", value) : fmt::format("{:.4f}", value);
    };
    const auto& rulebook = made.rulebook;
    switch (column.what) {
        case What::Id:
            return quoted(made.batch.ids[index]);
        case What::AsOf:
            return quoted(dsl::time_text(made.batch.as_of[index] / engine::MicrosPerSecond));
        case What::Score:
            return number(row.score);
        case What::Low:
            return number(row.low);
        case What::High:
            return number(row.high);
        case What::Assessed:
            return number(exact ? row.share : std::round(row.share * Scale) / Scale);
        case What::Rating: {
            if (std::isnan(row.score)) return "null";
            const auto shown = std::round(10 * made.scores.total[index]) / 1000;
            return quoted(shown >= 0.5 ? "rating-2" : shown >= 0.25 ? "rating-1" : "rating-0");
        }
        case What::Pillar:
            return number(row.pillars[column.index]);
        case What::Rule:
            return number(row.rules[column.index]);
        case What::Status:
            return quoted(text_of(made.scores.rules[column.index].status[index]));
        case What::Gap: {
            const auto gaps = row.gaps();
            if (gaps.size() <= column.index) return "null";
            const auto rules = rulebook.pillars.front().rules.size();
            const auto& pillar = rulebook.pillars[gaps[column.index] / rules];
            return quoted(pillar.id + "." + pillar.rules[gaps[column.index] % rules].id);
        }
    }
    return {};
}

}  // namespace

std::string reference_table(const MadeScores& made, const cli::Table& table) {
    const bool is_json = table.style.form == cli::TableForm::Ndjson;
    std::string text;
    for (std::size_t row = 0; row < made.scores.rows; ++row) {
        const Reference reference(made, row, table.style.exact);
        std::string line;
        for (const auto& column : table.columns) {
            const bool is_first = &column == table.columns.data();
            auto value = cell(made, column, reference, row, table.style.exact);
            line += !is_first ? "," : is_json ? "{" : "";
            if (is_json) line += fmt::format("\"{}\":", column.name);
            if (!is_json && value == "null") value.clear();
            if (!is_json) std::erase(value, '"');
            line += value;
        }
        text += line + (is_json ? "}\n" : "\n");
    }
    return text;
}

}  // namespace colonnade::tests
