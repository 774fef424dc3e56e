// SPDX-License-Identifier: Apache-2.0
#include "cli/render/sparkline.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace colonnade::cli {
namespace {

constexpr std::array<std::string_view, 8> Bars{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::array<std::string_view, 8> AsciiBars{"_", ",", "-", "~", "=", "+", "*", "#"};
constexpr std::string_view Gap = "·";
constexpr std::string_view AsciiGap = ".";

}  // namespace

std::string sparkline(std::span<const std::optional<double>> values, std::size_t most,
                      Letters letters) {
    const auto shown = values.last(std::min(most, values.size()));
    double least = 0;
    double greatest = 0;
    bool any = false;
    for (const auto& value : shown) {
        if (!value) continue;
        least = any ? std::min(least, *value) : *value;
        greatest = any ? std::max(greatest, *value) : *value;
        any = true;
    }
    const auto& bars = letters == Letters::Unicode ? Bars : AsciiBars;
    const auto highest = static_cast<double>(bars.size() - 1);
    std::string text;
    for (const auto& value : shown) {
        // Of equal ones none is high or low.
        const auto share = value && greatest > least ? (*value - least) / (greatest - least) : 0.5;
        text += value ? bars.at(static_cast<std::size_t>(std::lround(share * highest)))
                      : (letters == Letters::Unicode ? Gap : AsciiGap);
    }
    return text;
}

}  // namespace colonnade::cli
