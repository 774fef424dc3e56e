// SPDX-License-Identifier: Apache-2.0
#include "cli/history/trend.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "dsl/types/moment.hpp"

namespace colonnade::cli {
namespace {

constexpr std::int64_t DaysPerWeek = 7;
// 1970-01-01 was a Thursday, three days after a Monday.
constexpr std::int64_t DaysBeforeFirstThursday = 3;

std::int64_t floor_of(std::int64_t value, std::int64_t by) {
    return value / by - (value % by < 0 ? 1 : 0);
}

void count_weeks(Trend& trend) {
    const auto first = week_of(trend.results.front().as_of);
    const auto count = week_of(trend.results.back().as_of) - first + 1;
    trend.weeks.resize(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < trend.results.size(); ++i)
        trend.weeks[static_cast<std::size_t>(week_of(trend.results[i].as_of) - first)] = i;
}

std::optional<double> points_of(const engine::Result& result, const std::string& pillar) {
    if (pillar.empty()) return result.score;
    for (const auto& own : result.pillars) {
        if (own.id == pillar) return own.points;
    }
    return std::nullopt;
}

}  // namespace

std::int64_t week_of(std::int64_t as_of) {
    const auto day = floor_of(as_of, dsl::SecondsPerDay);
    return floor_of(day + DaysBeforeFirstThursday, DaysPerWeek);
}

// A week belongs to the year of its Thursday.
std::string week_text(std::int64_t as_of) {
    const auto thursday = week_of(as_of) * DaysPerWeek * dsl::SecondsPerDay;
    const auto year = dsl::civil_date(thursday).year;
    const auto new_year = dsl::parse_date(fmt::format("{:04}-01-01", year)).value_or(0);
    return fmt::format("{:04}-W{:02}", year,
                       (thursday - new_year) / (DaysPerWeek * dsl::SecondsPerDay) + 1);
}

double shown_difference(double from, double to) {
    return std::round((to - from) * 1e4) / 1e4 + 0.0;
}

std::optional<TrendChange> Trend::change(std::size_t week) const {
    const auto now = weeks[week];
    if (!now || !results[*now].score) return std::nullopt;
    for (auto before = week; before-- > 0;) {
        const auto then = weeks[before];
        if (!then || !results[*then].score) continue;
        return TrendChange{shown_difference(*results[*then].score, *results[*now].score), *then,
                           static_cast<std::int64_t>(week - before),
                           results[*then].sha256 == results[*now].sha256};
    }
    return std::nullopt;
}

std::vector<std::optional<double>> Trend::series(const std::string& pillar) const {
    std::vector<std::optional<double>> values;
    for (const auto& week : weeks)
        values.push_back(week ? points_of(results[*week], pillar) : std::nullopt);
    return values;
}

std::vector<Trend> trends_of(std::vector<engine::Result> results, int decimals) {
    std::vector<Trend> trends;
    for (auto& result : results) {
        engine::round_result(result, decimals);
        const auto same = [&](const Trend& trend) {
            return trend.latest().rulebook == result.rulebook;
        };
        auto found = std::find_if(trends.begin(), trends.end(), same);
        if (found == trends.end()) found = trends.insert(trends.end(), Trend{});
        found->results.push_back(std::move(result));
    }
    for (auto& trend : trends)
        count_weeks(trend);
    return trends;
}

}  // namespace colonnade::cli
