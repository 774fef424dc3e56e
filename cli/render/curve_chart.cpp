// SPDX-License-Identifier: Apache-2.0
#include "cli/render/curve_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>

#include "cli/render/canvas.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/explain/value_text.hpp"

namespace colonnade::cli {
namespace {

using dsl::Curve;

constexpr std::size_t Columns = 60;
constexpr std::size_t Lines = 6;
constexpr std::size_t Margin = 10;  // left of the area
constexpr std::array<std::string_view, 9> Blocks = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr double Most = std::numeric_limits<double>::max();
// What is shown of the flat parts outside, as a part of what is between.
constexpr double Outside = 0.1;

struct Range {
    double low = 0;
    double high = 1;

    [[nodiscard]] double at(std::size_t column) const {
        return low + (high - low) * static_cast<double>(column) / (Columns - 1);
    }
    [[nodiscard]] std::size_t column(double value) const {
        const double part = (value - low) / (high - low);
        return static_cast<std::size_t>(std::llround(std::clamp(part, 0.0, 1.0) * (Columns - 1)));
    }
};

std::vector<double> typical_of(const Curve& curve) {
    if (curve.form == Curve::Form::Half)
        return {0, curve.half, 2 * curve.half, 3 * curve.half, 4 * curve.half};
    if (curve.form == Curve::Form::LogNormal) return typical_values(curve);
    std::vector<double> values;
    for (const auto& point : curve.points)
        values.push_back(point.at);
    return values;
}

// Without those that are beyond all numbers, such as four times a very large `half`.
std::vector<double> values_to_mark(const Curve& curve) {
    auto values = typical_of(curve);
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    return values;
}

Range range_of(const std::vector<double>& marks) {
    const double low = marks.front();
    const double high = marks.back();
    double around = (high - low) * Outside;
    if (around <= 0) around = std::abs(low) > 0 ? std::abs(low) : 1;
    // Nothing is shown below zero that is not there.
    return {low >= 0 ? std::max(0.0, low - around) : low - around, std::min(high + around, Most)};
}

std::string trimmed(std::string text) {
    text.erase(text.find_last_not_of(' ') + 1);
    return text + "\n";
}

std::string area_line(const Curve& curve, const Range& range, std::size_t line) {
    std::string text;
    for (std::size_t c = 0; c < Columns; ++c) {
        const auto height = std::llround(share_at(curve, range.at(c)) * Lines * 8);
        const auto above = height - static_cast<long long>((Lines - 1 - line) * 8);
        text += Blocks.at(static_cast<std::size_t>(std::clamp(above, 0LL, 8LL)));
    }
    return text;
}

// The tick marks of the axis, and below them the values that fit without touching.
struct Axis {
    std::string ticks;
    std::string labels;
};

Axis axis_of(const std::vector<double>& marks, const Range& range,
             const std::function<std::string(double)>& label) {
    std::array<bool, Columns> marked{};
    Axis axis;
    std::size_t used = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const auto column = range.column(marks[i]);
        const auto text = label(marks[i]);
        const auto width = dsl::display_width(text);
        const auto start = std::min(column - std::min(column, width / 2), Columns + 8 - width);
        const bool fits = i == 0 || start > used;
        marked.at(column) = true;
        if (!fits || start < used) continue;
        axis.labels += std::string(start - used, ' ') + text;
        used = start + width;
    }
    for (const bool mark : marked)
        axis.ticks += mark ? "┬" : "─";
    return axis;
}

}  // namespace

std::string render_chart(const Curve& curve, const dsl::Type& type, std::string_view language) {
    const auto marks = values_to_mark(curve);
    const auto range = range_of(marks);
    const auto percent = [&](double share) {
        return engine::value_text(share, {dsl::Kind::Share}, {}, language);
    };
    std::string text;
    for (std::size_t line = 0; line < Lines; ++line) {
        const auto edge = line == 0 ? percent(1) : line == Lines / 2 ? percent(0.5) : "";
        text += trimmed(padded_left(edge, Margin - 2) + (edge.empty() ? " │" : " ┤") +
                        area_line(curve, range, line));
    }
    const auto caption = engine::unit_caption(type, curve.display, language);
    const auto axis = axis_of(marks, range, [&](double value) {
        return caption.empty() ? engine::value_text(value, type, curve.display, language)
                               : engine::bare_number(value, type, curve.display, language);
    });
    text += trimmed(padded_left(percent(0), Margin - 2) + " └" + axis.ticks);
    text += trimmed(std::string(Margin, ' ') + axis.labels);
    if (!caption.empty()) text += padded_left(caption, Margin + Columns) + "\n";
    return text;
}

}  // namespace colonnade::cli
