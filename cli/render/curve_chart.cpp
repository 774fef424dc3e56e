// SPDX-License-Identifier: Apache-2.0
#include "cli/render/curve_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "cli/render/canvas.hpp"
#include "cli/render/curve_range.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/explain/value_text.hpp"

namespace colonnade::cli {
namespace {

using dsl::Curve;

constexpr std::size_t Columns = 60;
constexpr std::size_t Lines = 6;
constexpr std::size_t Margin = 10;  // left of the area
constexpr std::array<std::string_view, 9> Blocks = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

double value_at(const CurveRange& range, std::size_t column) {
    return range.low + (range.high - range.low) * static_cast<double>(column) / (Columns - 1);
}

std::size_t column_of(const CurveRange& range, double value) {
    return static_cast<std::size_t>(std::llround(range.part(value) * (Columns - 1)));
}

std::string trimmed(std::string text) {
    text.erase(text.find_last_not_of(' ') + 1);
    return text + "\n";
}

std::string area_line(const Curve& curve, const CurveRange& range, std::size_t line) {
    std::string text;
    for (std::size_t c = 0; c < Columns; ++c) {
        const auto height = std::llround(share_at(curve, value_at(range, c)) * Lines * 8);
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

Axis axis_of(const std::vector<double>& marks, const CurveRange& range,
             const std::function<std::string(double)>& label) {
    std::array<bool, Columns> marked{};
    Axis axis;
    std::size_t used = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const auto column = column_of(range, marks[i]);
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
    const auto range = range_around(marks);
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
