// SPDX-License-Identifier: Apache-2.0
#include "cli/html/chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/render/curve_chart.hpp"
#include "cli/render/curve_range.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/explain/value_text.hpp"

namespace colonnade::cli {
namespace {

using dsl::Curve;
using dsl::CurvePoint;

constexpr std::size_t Samples = 48;   // of a bent line
constexpr double LetterWidth = 20;    // of a label, in thousandths of the picture
constexpr double LabelDistance = 30;  // between two labels
constexpr double Most = ChartSize;

std::vector<CurvePoint> sampled(const Curve& curve, const CurveRange& range) {
    std::vector<CurvePoint> points;
    for (std::size_t i = 0; i <= Samples; ++i) {
        const double part = static_cast<double>(i) / Samples;
        const double at = range.low * (1 - part) + range.high * part;
        points.push_back({at, share_at(curve, at)});
    }
    return points;
}

// Each step is a point before and one behind the place where the share jumps.
std::vector<CurvePoint> stepped(const Curve& curve, const CurveRange& range) {
    const bool up = curve.form == Curve::Form::StepsUp;
    std::vector<CurvePoint> points{{range.low, up ? 0 : curve.points.front().share}};
    for (std::size_t i = 0; i < curve.points.size(); ++i) {
        const auto& point = curve.points[i];
        const double next = i + 1 < curve.points.size() ? curve.points[i + 1].share : 0;
        points.push_back({point.at, up ? points.back().share : point.share});
        points.push_back({point.at, up ? point.share : next});
    }
    points.push_back({range.high, points.back().share});
    return points;
}

std::vector<CurvePoint> outline(const Curve& curve, const CurveRange& range) {
    const bool bent = curve.form == Curve::Form::Half || curve.form == Curve::Form::LogNormal;
    if (bent || 2 * curve.points.size() + 2 > MostChartPoints) return sampled(curve, range);
    if (curve.form != Curve::Form::Line) return stepped(curve, range);
    std::vector<CurvePoint> points{{range.low, curve.points.front().share}};
    points.insert(points.end(), curve.points.begin(), curve.points.end());
    points.push_back({range.high, curve.points.back().share});
    return points;
}

ChartPoint place(const CurveRange& range, double value, double share) {
    return {static_cast<int>(std::lround(range.part(value) * Most)),
            static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * Most))};
}

// Labels that do not touch, from left to right.
class Ticks {
public:
    void add(int x, std::string label) {
        const double half = LetterWidth * static_cast<double>(dsl::display_width(label)) / 2;
        const double middle = std::clamp(static_cast<double>(x), half, std::max(half, Most - half));
        if (ticks_.size() == MostChartTicks || middle - half < free_from_) return;
        free_from_ = middle + half + LabelDistance;
        ticks_.push_back({x, std::move(label)});
    }
    std::vector<ChartTick> take() { return std::move(ticks_); }

private:
    std::vector<ChartTick> ticks_;
    double free_from_ = -1;
};

std::string curve_in_words(const Curve& curve, const dsl::Type& type, std::string_view language) {
    constexpr std::size_t most = 12;  // rows that somebody would listen to
    std::string text;
    const auto rows = curve_rows(curve, type, language);
    for (std::size_t i = 0; i < std::min(most, rows.size()); ++i) {
        text += fmt::format("{}{}: {}", i == 0 ? "" : "; ", rows[i].value,
                            engine::value_text(rows[i].share, {dsl::Kind::Share}, {}, language));
    }
    return rows.size() > most ? text + "; …" : text;
}

}  // namespace

Chart chart_of(const Curve& curve, const dsl::Type& type, std::optional<double> value,
               std::string_view language) {
    const auto marks = values_to_mark(curve);
    const auto range = range_around(marks);
    Chart chart;
    for (const auto& point : outline(curve, range))
        chart.line.push_back(place(range, point.at, point.share));
    chart.unit = engine::unit_caption(type, curve.display, language);
    Ticks ticks;
    for (const double mark : marks) {
        ticks.add(place(range, mark, 0).x,
                  chart.unit.empty() ? engine::value_text(mark, type, curve.display, language)
                                     : engine::bare_number(mark, type, curve.display, language));
    }
    chart.ticks = ticks.take();
    chart.description = curve_in_words(curve, type, language);
    if (value) chart.person = place(range, *value, share_at(curve, *value));
    return chart;
}

}  // namespace colonnade::cli
