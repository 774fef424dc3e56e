// SPDX-License-Identifier: Apache-2.0
// A chart drawn: the line of a curve, what its axes say, and the person's place on it.
#include <fmt/format.h>

#include <algorithm>

#include "cli/html/escape.hpp"
#include "cli/html/report_parts.hpp"

namespace colonnade::cli {
namespace {

// The area of the line in the picture of 340 by 126.
constexpr double Left = 40;
constexpr double Right = 330;
constexpr double Top = 10;
constexpr double Bottom = 88;

double x_of(int place) {
    return Left + (Right - Left) * place / ChartSize;
}

double y_of(int place) {
    return Bottom - (Bottom - Top) * place / ChartSize;
}

std::string path_of(const std::vector<ChartPoint>& line) {
    std::string path;
    for (const auto& point : line)
        path +=
            fmt::format("{}{:.1f} {:.1f}", path.empty() ? "M" : "L", x_of(point.x), y_of(point.y));
    return path;
}

std::string level_lines(const Levels& levels) {
    std::string svg;
    int place = ChartSize;
    for (const auto label : levels) {
        svg += fmt::format(
            "<path class=\"level\" d=\"M{} {:.1f}H{}\"/><text class=\"end\" x=\"{}\" "
            "y=\"{:.1f}\">{}</text>\n",
            Left, y_of(place), Right, Left - 6, y_of(place) + 4, label);
        place -= ChartSize / 2;
    }
    return svg;
}

// A label at the edge stands inside the picture.
std::string ticks_of(const Chart& chart) {
    std::string svg;
    for (const auto& tick : chart.ticks) {
        const double x = x_of(tick.x);
        const auto* side = tick.x < 60 ? "start" : tick.x > 940 ? "end" : "middle";
        svg += fmt::format(
            "<path class=\"tick\" d=\"M{:.1f} {}v4\"/><text class=\"{}\" x=\"{:.1f}\" "
            "y=\"{}\">{}</text>\n",
            x, Bottom, side, x, Bottom + 17, escape_html(tick.label));
    }
    if (chart.unit.empty()) return svg;
    return svg + fmt::format("<text class=\"end unit\" x=\"{}\" y=\"{}\">{}</text>\n", Right,
                             Bottom + 34, escape_html(chart.unit));
}

std::string person_of(const ChartPoint& person) {
    const double x = x_of(person.x);
    const double y = y_of(person.y);
    return fmt::format(
        "<path class=\"where\" d=\"M{:.1f} {}V{:.1f}\"/>"
        "<circle class=\"person\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"5.5\"/>\n",
        x, Bottom, y, x, y);
}

}  // namespace

std::string chart_svg(const Chart& chart, std::string_view name, const Levels& levels) {
    const auto path = path_of(chart.line);
    auto svg = fmt::format(
        "<svg class=\"chart\" viewBox=\"0 0 340 126\" role=\"img\"><title>{}</title>\n{}"
        "<path class=\"under\" d=\"{}V{}H{}Z\"/><path class=\"line\" d=\"{}\"/>\n",
        escape_html(name), level_lines(levels), path, Bottom, Left, path);
    svg += ticks_of(chart);
    if (chart.person) svg += person_of(*chart.person);
    return svg + "</svg>\n";
}

}  // namespace colonnade::cli
