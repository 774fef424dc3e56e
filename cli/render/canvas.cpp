// SPDX-License-Identifier: Apache-2.0
#include "cli/render/canvas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "dsl/text/unicode.hpp"
#include "engine/explain/words.hpp"

namespace colonnade::cli {
namespace {

constexpr std::array<std::string_view, 8> Eighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

std::string_view ansi(std::string_view colour) {
    if (colour == "red") return "\x1b[31m";
    if (colour == "orange" || colour == "yellow") return "\x1b[33m";
    if (colour == "green") return "\x1b[32m";
    if (colour == "blue") return "\x1b[34m";
    return "\x1b[90m";
}

}  // namespace

std::string clean(std::string_view text) {
    return dsl::visible(text);
}

std::string padded(std::string_view text, std::size_t width) {
    auto cut = dsl::cut_to_width(text, width);
    const auto used = dsl::display_width(cut);
    return cut + std::string(width - std::min(width, used), ' ');
}

std::string padded_left(std::string_view text, std::size_t width) {
    const auto used = dsl::display_width(text);
    return std::string(width - std::min(width, used), ' ') + std::string(text);
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    std::string line;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (word.empty()) continue;
        const bool fits = dsl::display_width(line) + 1 + dsl::display_width(word) <= width;
        if (!line.empty() && !fits) {
            lines.push_back(std::move(line));
            line.clear();
        }
        if (!line.empty()) line += ' ';
        line += dsl::cut_to_width(word, width);
    }
    if (!line.empty()) lines.push_back(std::move(line));
    return lines;
}

std::string paragraph(std::string_view first, std::string_view text) {
    const auto indent = dsl::display_width(first);
    std::string out(first);
    bool begun = false;
    for (const auto& line : wrapped(clean(text), TextWidth - indent)) {
        if (begun) out += std::string(indent, ' ');
        out += line + "\n";
        begun = true;
    }
    return begun ? out : out + "\n";
}

std::string bar(double share, std::size_t width) {
    const auto eighths = static_cast<std::size_t>(
        std::llround(std::clamp(share, 0.0, 1.0) * static_cast<double>(width) * 8));
    std::string out;
    for (std::size_t i = 0; i < eighths / 8; ++i)
        out += "█";
    out += Eighths.at(eighths % 8);
    const auto used = eighths / 8 + (eighths % 8 > 0 ? 1 : 0);
    for (std::size_t i = used; i < width; ++i)
        out += "·";
    return out;
}

std::string painted(std::string_view text, const std::optional<engine::RatingResult>& rating,
                    bool color) {
    if (!color || !rating) return std::string(text);
    return fmt::format("{}{}\x1b[0m", ansi(rating->colour), text);
}

std::string bold(std::string_view text, bool color) {
    return color ? fmt::format("\x1b[1m{}\x1b[0m", text) : std::string(text);
}

std::string rating_text(const std::optional<engine::RatingResult>& rating) {
    return rating ? clean(fmt::format("{} {}", rating->sign, rating->title)) : std::string{};
}

std::string points_text(double points, std::string_view language) {
    auto text = fmt::format("{:.1f}", points);
    if (engine::is_german(language)) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

}  // namespace colonnade::cli
