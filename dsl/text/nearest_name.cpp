// SPDX-License-Identifier: Apache-2.0
#include "dsl/text/nearest_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace colonnade::dsl {
namespace {

// Longer names are not compared: the cost grows with the square of the length.
constexpr std::size_t LongestName = 64;

// Of more known names only the first are compared: a hint is worth milliseconds, not seconds.
constexpr std::size_t MostCompared = 2'000;

// More known names than this do not fit one readable line.
constexpr std::size_t ListedNames = 8;

// Edits to turn one into the other: insert, delete, replace, or swap two neighbours.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::array<std::array<std::size_t, LongestName + 1>, LongestName + 1> d;
    for (std::size_t i = 0; i <= a.size(); ++i)
        d[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j)
        d[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replace = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, replace});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[a.size()][b.size()];
}

}  // namespace

std::optional<std::string> nearest_name(std::string_view typed,
                                        std::span<const std::string> known) {
    if (typed.size() > LongestName) return std::nullopt;
    const std::size_t limit = typed.size() <= 4 ? 1 : 2;
    std::optional<std::string> best;
    std::size_t best_distance = limit + 1;
    for (const auto& name : known.first(std::min(known.size(), MostCompared))) {
        const auto longer = std::max(name.size(), typed.size());
        const auto shorter = std::min(name.size(), typed.size());
        if (longer > LongestName || longer - shorter > limit) continue;
        const auto distance = edit_distance(typed, name);
        if (distance < best_distance) {
            best = name;
            best_distance = distance;
        } else if (distance == best_distance) {
            best.reset();
        }
    }
    return best;
}

std::string did_you_mean(std::string_view typed, std::span<const std::string> known) {
    if (auto name = nearest_name(typed, known)) return fmt::format("did you mean `{}`?", *name);
    if (known.empty() || known.size() > ListedNames) return {};
    return fmt::format("known here: `{}`", fmt::join(known, "`, `"));
}

}  // namespace colonnade::dsl
