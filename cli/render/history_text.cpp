// SPDX-License-Identifier: Apache-2.0
// Trends for a terminal of 80 columns.
#include <fmt/format.h>

#include <algorithm>

#include "cli/render/canvas.hpp"
#include "cli/render/history.hpp"
#include "cli/render/history_words.hpp"
#include "cli/render/labels.hpp"

namespace colonnade::cli {
namespace {

// A year and a bit; a pillar's has to stand beside its points.
constexpr std::size_t TotalWeeks = 56;
constexpr std::size_t PillarWeeks = 12;
// As many fit one look.
constexpr std::size_t ShownWeeks = 12;

class TrendText {
public:
    TrendText(const Trend& trend, const HistoryStyle& style)
        : trend_(trend),
          style_(style),
          language_(trend.latest().language),
          words_(history_words_in(language_)) {}

    [[nodiscard]] std::string all() const {
        return heading() + total() + "\n" + pillars() + "\n" + weeks();
    }

private:
    [[nodiscard]] std::string heading() const {
        const auto& latest = trend_.latest();
        const auto count = static_cast<std::int64_t>(trend_.results.size());
        const auto span = fmt::format("{}, {} {} {}", results_text(count, language_),
                                      day_text(trend_.results.front().as_of, language_), words_.to,
                                      day_text(latest.as_of, language_));
        auto title = clean(latest.rulebook_title);
        std::string edition;
        if (!latest.edition.empty()) {
            title = padded(title, 56);
            edition = padded_left(
                fmt::format("{} {}", labels_in(language_).edition, clean(latest.edition)), 24);
        }
        return fmt::format("{}{}\n{}", bold(title, style_.text.color), edition,
                           paragraph("", fmt::format("{}: {}", latest.profile, span)));
    }

    [[nodiscard]] std::string change_text(const TrendChange& change) const {
        auto text = fmt::format("{} {} ", signed_text(change.points, language_), words_.against);
        if (change.weeks == 1) {
            text += words_.week_before;
        } else {
            text += fmt::format("{}, {} {}", day_text(trend_.results[change.from].as_of, language_),
                                change.weeks, words_.weeks_before);
        }
        return change.same_rules ? text : fmt::format("{} ({})", text, words_.rules_changed);
    }

    [[nodiscard]] std::string total() const {
        const auto& latest = trend_.latest();
        const auto series = trend_.series("");
        const auto score =
            latest.score
                ? fmt::format("{} {}", points_text(*latest.score, language_), words_.of_100)
                : std::string(words_.not_scored);
        auto text = fmt::format("\n  {}", bold(score, style_.text.color));
        if (latest.rating)
            text += "   " + painted(rating_text(latest.rating), latest.rating, style_.text.color);
        if (const auto change = trend_.change(trend_.weeks.size() - 1))
            text += "   " + change_text(*change);
        return text + fmt::format("\n  {}{}\n", sparkline(series, TotalWeeks, style_.letters),
                                  range(series));
    }

    // Of what the bars show.
    [[nodiscard]] std::string range(std::span<const std::optional<double>> series) const {
        std::vector<double> shown;
        for (const auto& value : series.last(std::min(TotalWeeks, series.size()))) {
            if (value) shown.push_back(*value);
        }
        if (shown.size() < 2) return {};
        const auto [least, most] = std::minmax_element(shown.begin(), shown.end());
        return fmt::format("   {} … {}", points_text(*least, language_),
                           points_text(*most, language_));
    }

    [[nodiscard]] std::string pillars() const {
        std::string text;
        for (const auto& pillar : trend_.latest().pillars) {
            const auto series = trend_.series(pillar.id);
            const auto points =
                pillar.points
                    ? fmt::format("{} / {}", padded_left(points_text(*pillar.points, language_), 4),
                                  padded_left(points_text(pillar.of, language_), 4))
                    : std::string(labels_in(language_).unknown_value);
            auto line = fmt::format(
                "  {}  {}  {}", padded(clean(pillar.title), 38), padded(points, 12),
                padded(sparkline(series, PillarWeeks, style_.letters), PillarWeeks + 1));
            line += change_of(series);
            line.erase(line.find_last_not_of(' ') + 1);
            text += line + "\n";
        }
        return text;
    }

    // Between the same two weeks as that of the total.
    [[nodiscard]] std::string change_of(std::span<const std::optional<double>> series) const {
        const auto week = trend_.weeks.size() - 1;
        const auto change = trend_.change(week);
        if (!change) return {};
        const auto before = series[week - static_cast<std::size_t>(change->weeks)];
        if (!before || !series[week]) return {};
        return padded_left(signed_text(shown_difference(*before, *series[week]), language_), 6);
    }

    [[nodiscard]] std::string weeks() const {
        auto text = fmt::format("  {}{}  {}  {}\n", padded(words_.week_of, 13),
                                padded_left(words_.score, 7), padded(words_.for_sure, 17),
                                padded_left(words_.change, 8));
        std::size_t shown = 0;
        std::size_t gap = 0;
        std::size_t left = 0;
        for (auto week = trend_.weeks.size(); week-- > 0;) {
            if (!trend_.weeks[week]) {
                ++gap;
            } else if (shown == ShownWeeks && !style_.every_week) {
                ++left;
            } else {
                text += gap_text(gap) + row(week);
                gap = 0;
                ++shown;
            }
        }
        return left == 0 ? text : text + fmt::format("    ({} {})\n", left, words_.more_weeks);
    }

    [[nodiscard]] std::string gap_text(std::size_t weeks) const {
        if (weeks == 0) return {};
        if (weeks == 1) return fmt::format("    ({})\n", words_.gap_one);
        return fmt::format("    ({} {})\n", weeks, words_.gap);
    }

    [[nodiscard]] std::string row(std::size_t week) const {
        const auto& result = trend_.results[*trend_.weeks[week]];
        auto text = fmt::format("  {}", padded(day_text(result.as_of, language_), 13));
        if (!result.score) return text + fmt::format("  {}\n", words_.not_scored);
        text += padded_left(points_text(*result.score, language_), 7);
        const auto change = trend_.change(week);
        const auto sure = result.low < result.high
                              ? fmt::format("{} … {}", points_text(result.low, language_),
                                            points_text(result.high, language_))
                              : std::string();
        if (change || !sure.empty()) text += "  " + padded(sure, 17);
        if (change) text += "  " + padded_left(signed_text(change->points, language_), 8);
        if (change && !change->same_rules) text += fmt::format("  {}", words_.rules_changed);
        text.erase(text.find_last_not_of(' ') + 1);
        return text + "\n";
    }

    const Trend& trend_;
    const HistoryStyle& style_;
    std::string_view language_;
    const HistoryWords& words_;
};

}  // namespace

std::string trends_text(std::span<const Trend> trends, const HistoryStyle& style) {
    std::string text;
    for (const auto& trend : trends) {
        if (!text.empty()) text += "\n";
        text += TrendText(trend, style).all();
    }
    return text;
}

std::string people_text(std::span<const KeptPerson> people, std::string_view language) {
    const auto& words = history_words_in(language);
    if (people.empty()) return fmt::format("{}\n", words.nobody);
    auto text = fmt::format("{}{}  {}\n", padded(words.person, 26), padded(words.latest, 11),
                            padded_left(words.score, 7));
    for (const auto& person : people) {
        const auto& latest = person.latest;
        const auto score = latest.score ? points_text(*latest.score, language) : std::string("–");
        text += fmt::format("{}  {}  {}  {} {} {}\n", padded(clean(latest.profile), 24),
                            padded(day_text(latest.as_of, language), 11), padded_left(score, 7),
                            results_text(person.results, language), words.since,
                            day_text(person.first, language));
    }
    return text;
}

}  // namespace colonnade::cli
