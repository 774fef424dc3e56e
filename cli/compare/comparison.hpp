// SPDX-License-Identifier: Apache-2.0
// Two results of one person, and what their difference comes from. Every figure is the difference
// of two shown totals, so that what is shown adds up at any number of decimals.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/explain/result.hpp"

namespace colonnade::cli {

// Why a difference is not split.
enum class NoSplit {
    OnlyResults,  // nothing says what the earlier one was made of
    NoScore,      // nothing could be assessed
    CannotScore,  // what it was made of can no longer be scored; said where that was seen
};

// The totals on the way from the earlier result to the later one; exact until they are rounded.
struct Rescored {
    double old_now = 0;             // old data by old rules, by this program
    double old_by_new = 0;          // old data by new rules
    std::optional<double> new_now;  // the later result again, where it is a kept one
};

struct DifferenceSplit {
    double engine = 0;
    double rules = 0;
    double data = 0;
};

struct RuleDifference {
    std::string id;  // `pillar.rule`
    std::string title;
    std::optional<double> from;  // points; nothing where it was not there or not assessed
    std::optional<double> to;
    double points = 0;
};

struct ComparedResult {
    engine::Result result;  // rounded
    std::string program;    // the version that made it
};

struct Comparison {
    ComparedResult from;
    ComparedResult to;
    std::optional<double> difference;  // nothing where one has no score
    std::optional<DifferenceSplit> split;
    NoSplit no_split = NoSplit::OnlyResults;
    std::vector<RuleDifference> rules;  // those that differ, greatest first
};

// `from` and `to` with all digits.
[[nodiscard]] Comparison compare(ComparedResult from, ComparedResult to,
                                 const std::optional<Rescored>& rescored, NoSplit otherwise,
                                 int decimals);

}  // namespace colonnade::cli
