// SPDX-License-Identifier: Apache-2.0
#include "cli/render/gates.hpp"

#include <fmt/format.h>

#include "cli/render/canvas.hpp"

namespace colonnade::cli {
namespace {

// Room for the longer of the two words.
constexpr std::size_t MarkWidth = 10;

}  // namespace

std::string render_gates(const std::vector<GateResult>& gates, std::string_view language,
                         TextStyle style) {
    if (gates.empty()) return {};
    const auto& labels = gate_labels(language);
    auto text = fmt::format("\n{}\n", bold(labels.title, style.color));
    for (const auto& gate : gates) {
        const auto [wanted, found] = gate_sentence(gate, language);
        const auto mark = padded(gate.passed ? labels.passed : labels.missed, MarkWidth);
        text += paragraph("  " + mark, fmt::format("{}: {}", wanted, found));
    }
    return text;
}

}  // namespace colonnade::cli
