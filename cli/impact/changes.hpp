// SPDX-License-Identifier: Apache-2.0
// What a change of rules does to people, in counts that can be added up in any order: parts of the
// people, counted apart, add up to all of them.
//
// What is told of a single person (a move, a rating, who moves most) goes by scores with one
// decimal, as results show them. Sums, of which means are made, go by the four decimals of tables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "cli/impact/movers.hpp"

namespace colonnade::cli {

// How many people make each move, in tenths of a point.
class Moves {
public:
    static constexpr int Most = 1000;

    void add(int move) { ++people_[static_cast<std::size_t>(move + Most)]; }
    void add(const Moves& other);
    // Those with a move from `least` to `most`, both included.
    [[nodiscard]] std::size_t people(int least, int most) const;
    // The largest one up or down (0 or below); 0 where nobody moves that way.
    [[nodiscard]] int largest_up() const;
    [[nodiscard]] int largest_down() const;

private:
    std::vector<std::size_t> people_ = std::vector<std::size_t>(2 * Most + 1);
};

struct RuleChange {
    std::int64_t sum = 0;    // of its points over all people compared, in ten-thousandths
    std::size_t people = 0;  // whose points change, with one decimal
};

// A rating by its index in its rulebook; below 0: no score.
inline constexpr int NotScored = -1;

struct Changes {
    Changes(std::size_t rule_count, std::size_t top) : rules(rule_count), movers(top) {}

    std::size_t compared = 0;  // people with a score by both rulebooks
    std::size_t gained = 0;    // a score only by the second
    std::size_t lost = 0;      // only by the first
    std::size_t without = 0;   // by neither
    std::size_t became_provisional = 0;
    std::size_t no_longer_provisional = 0;
    std::size_t failed = 0;  // rules in error by the second

    // Of those compared; sums in ten-thousandths of a point.
    std::int64_t before = 0;
    std::int64_t after = 0;
    Moves moves;
    std::vector<RuleChange> rules;  // of all that either rulebook has
    std::int64_t caps = 0;          // what caps take away more or less

    // Of everybody: from which rating to which.
    std::map<std::pair<int, int>, std::size_t> ratings;
    TopMovers movers;

    [[nodiscard]] std::size_t people() const { return compared + gained + lost + without; }
    void add(const Changes& other);
};

}  // namespace colonnade::cli
