// SPDX-License-Identifier: Apache-2.0
// How the total went so far, where results were kept.
#include <fmt/format.h>

#include <cmath>

#include "cli/html/escape.hpp"
#include "cli/html/report_parts.hpp"
#include "cli/render/canvas.hpp"
#include "engine/explain/value_text.hpp"

namespace colonnade::cli {
namespace {

using engine::Wording;

constexpr Wording HistoryTitle{"Der Verlauf", "So far"};
constexpr Wording Since{
    "Am {0} waren es {1} Punkte, jetzt sind es {2}; nach denselben Regeln gezählt.",
    "On {0} it was {1} points, now it is {2}; counted by the same rules."};
constexpr Wording Name{"Punkte im Lauf der Zeit: {0}.", "Points over time: {0}."};

class Line {
public:
    Line(const std::vector<PastScore>& history, const engine::Result& result)
        : language_(result.language), points_(history) {
        points_.push_back({result.as_of, *result.score});
    }

    Chart chart() const {
        Chart chart;
        for (const auto& point : points_)
            chart.line.push_back(place(point));
        chart.person = chart.line.back();
        chart.ticks = {{0, date(points_.front())}, {ChartSize, date(points_.back())}};
        return chart;
    }

    std::vector<std::string> points() const {
        std::vector<std::string> points;
        for (const auto& point : points_)
            points.push_back(said(point));
        return points;
    }

    std::string since() const {
        const auto& before = points_[points_.size() - 2];
        return engine::worded(Since, language_,
                              {date(before), points_text(before.score, language_),
                               points_text(points_.back().score, language_)});
    }

private:
    ChartPoint place(const PastScore& point) const {
        const auto since = static_cast<double>(point.as_of - points_.front().as_of);
        const auto whole = static_cast<double>(points_.back().as_of - points_.front().as_of);
        return {static_cast<int>(std::lround(ChartSize * since / whole)),
                static_cast<int>(std::lround(ChartSize * point.score / 100))};
    }
    std::string date(const PastScore& point) const {
        return engine::value_text(static_cast<double>(point.as_of), {dsl::Kind::Date, {}}, {},
                                  language_);
    }
    std::string said(const PastScore& point) const {
        return fmt::format("{}: {}", date(point), points_text(point.score, language_));
    }

    std::string_view language_;
    std::vector<PastScore> points_;
};

}  // namespace

std::string history_section(const std::vector<PastScore>& history, const engine::Result& result) {
    if (history.empty() || !result.score) return {};
    const Line line(history, result);
    const auto name = engine::worded(Name, result.language, {in_words(line.points())});
    return section_start("history", word(HistoryTitle, result.language), result) +
           fmt::format(
               "<div class=\"{}\">\n{}</div>\n<p>{}</p>\n</section>\n", colour_class(result.rating),
               chart_svg(line.chart(), name, {"100", "50", "0"}), escape_html(line.since()));
}

}  // namespace colonnade::cli
