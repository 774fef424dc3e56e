// SPDX-License-Identifier: Apache-2.0
// The words of an impact, in German and English, and the forms of its numbers.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/impact/gates.hpp"
#include "cli/impact/report.hpp"

namespace colonnade::cli {

struct ImpactWords {
    std::string_view title;
    std::string_view before;
    std::string_view after;
    std::string_view people;  // {all} {compared}
    std::string_view gained;  // {people}
    std::string_view lost;
    std::string_view without;
    std::string_view became_provisional;
    std::string_view no_longer_provisional;
    std::string_view nobody;
    std::string_view mean;   // {before} {after} {move}
    std::string_view moved;  // {share} {up} {largest} {down} {largest}
    std::string_view moves;
    std::string_view up;
    std::string_view down;
    std::string_view not_moved;
    std::string_view below_one;
    std::string_view to_below;  // {from} {to}
    std::string_view and_more;  // {from}
    std::string_view ratings;
    std::string_view crossed;  // {people} {share}
    std::string_view no_score;
    std::string_view more;  // {number}
    std::string_view rules;
    std::string_view rules_hint;
    std::string_view added;
    std::string_view removed;
    std::string_view other_rules;  // {number}
    std::string_view caps;
    std::string_view together;
    std::string_view movers;
    std::string_view gates;
    std::string_view passed;
    std::string_view missed;
    std::string_view max_moved;    // {limit}
    std::string_view max_crossed;  // {limit}
    std::string_view not_compared;
    // Above columns.
    std::string_view change;
    std::string_view mean_change;
    std::string_view persons;
    std::string_view person;
    std::string_view rule;
    std::string_view wanted;
    std::string_view found;
};

[[nodiscard]] const ImpactWords& impact_words(std::string_view language);

// Classes of moves for people to read: from so many tenths of a point on, up to the next.
inline constexpr std::array<int, 6> MoveBands{1, 10, 20, 50, 100, 200};
// "2 to below 5", of the band at `index`.
[[nodiscard]] std::string band_text(std::size_t index, const ImpactWords& words);
// How many people move so far, up or down.
[[nodiscard]] std::size_t people_in_band(const Moves& moves, std::size_t index, bool is_up);

// "+7.3", "-2.1", "0.0", with the language's point.
[[nodiscard]] std::string change_text(double change, int decimals, std::string_view language);
// "1,204".
[[nodiscard]] std::string count_text(std::size_t count, std::string_view language);
// "7.2%" of `all`.
[[nodiscard]] std::string share_text(std::size_t part, std::size_t all, std::string_view language);
// "▲ Strong" or "no score".
[[nodiscard]] std::string step_text(const MaybeRating& rating, const ImpactWords& words);

// "added: Be known (people.known)", as its rulebook writes the title.
[[nodiscard]] std::string rule_text(const ImpactRule& rule, const ImpactWords& words);
// How many people there are, how many have no score or a provisional one, what moves them.
[[nodiscard]] std::vector<std::string> people_lines(const ImpactReport& report, const Means& means,
                                                    int decimals);

// What a gate wants and what was found: "largest move at most 5", "7.3".
struct ImpactGateText {
    std::string wanted;
    std::string found;
};
[[nodiscard]] ImpactGateText gate_text(const ImpactGate& gate, std::string_view language);

}  // namespace colonnade::cli
