// SPDX-License-Identifier: Apache-2.0
#include "cli/render/parts_summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "cli/render/canvas.hpp"
#include "cli/render/counted.hpp"

namespace colonnade::cli {
namespace {

constexpr std::size_t LabelWidth = 14;
constexpr std::size_t NumberWidth = 14;
constexpr std::size_t BarWidth = 40;

std::string row(std::string_view label, std::size_t number) {
    return fmt::format("{}{}", padded(label, LabelWidth),
                       padded_left(grouped(number), NumberWidth));
}

// 100 belongs to the last ten.
std::array<std::size_t, 10> tens(const Histogram& totals) {
    std::array<std::size_t, 10> tens{};
    for (std::size_t i = 0; i < totals.totals.size(); ++i)
        tens.at(std::min(i / 10, tens.size() - 1)) += totals.totals.at(i);
    return tens;
}

std::string chart(const Histogram& totals) {
    const auto counts = tens(totals);
    const auto most = std::max<std::size_t>(1, *std::max_element(counts.begin(), counts.end()));
    std::string text;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto share = static_cast<double>(counts.at(i)) / static_cast<double>(most);
        text += fmt::format("{}  {}\n",
                            row(fmt::format("{:3} to {:3}", i * 10, i * 10 + 10), counts.at(i)),
                            bar(share, BarWidth));
    }
    return text;
}

}  // namespace

std::string parts_summary(std::size_t parts, const Outcome& outcome) {
    return fmt::format("{}\n{}\n{}\n{}\n{}\n\n{}", row("parts", parts), row("people", outcome.rows),
                       row("not assessed", outcome.totals.not_assessed),
                       row("in error", outcome.failed), row("left out", outcome.rejects),
                       chart(outcome.totals));
}

std::string parts_summary_json(std::size_t parts, const Outcome& outcome) {
    const nlohmann::ordered_json json{{"parts", parts},
                                      {"people", outcome.rows},
                                      {"not_assessed", outcome.totals.not_assessed},
                                      {"failed", outcome.failed},
                                      {"rejects", outcome.rejects},
                                      {"totals", outcome.totals.totals}};
    return json.dump() + "\n";
}

}  // namespace colonnade::cli
