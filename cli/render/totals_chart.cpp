// SPDX-License-Identifier: Apache-2.0
#include "cli/render/totals_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/render/canvas.hpp"
#include "cli/render/counted.hpp"

namespace colonnade::cli {
namespace {

using Totals = std::span<const std::uint64_t, engine::TotalBins>;

constexpr std::size_t LabelWidth = 14;
constexpr std::size_t CountWidth = 14;
constexpr std::size_t CountBarWidth = 40;

// 100 belongs to the last ten.
std::array<std::uint64_t, 10> tens(Totals totals) {
    std::array<std::uint64_t, 10> tens{};
    for (std::size_t i = 0; i < totals.size(); ++i)
        tens.at(std::min(i / 10, tens.size() - 1)) += totals[i];
    return tens;
}

}  // namespace

std::string number_row(std::string_view label, std::size_t number) {
    return fmt::format("{}{}", padded(label, LabelWidth), padded_left(grouped(number), CountWidth));
}

std::string totals_chart(Totals totals) {
    const auto counts = tens(totals);
    const auto most = std::max<std::uint64_t>(1, *std::max_element(counts.begin(), counts.end()));
    std::string text;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto share = static_cast<double>(counts.at(i)) / static_cast<double>(most);
        const auto label = fmt::format("{:3} to {:3}", i * 10, i * 10 + 10);
        text += fmt::format("{}  {}\n", number_row(label, counts.at(i)), bar(share, CountBarWidth));
    }
    return text;
}

}  // namespace colonnade::cli
