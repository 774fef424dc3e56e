// SPDX-License-Identifier: Apache-2.0
// A chapter of the conformance suite as README.md describes it: rows `TEXT => RESULT`, each with
// what stood above it: the last profile, curve and rulebook.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/plain_profile.hpp"
#include "tests/support/world.hpp"

namespace colonnade::tests {

struct ChapterRow {
    std::string place;  // `chapter:line`, for messages
    std::string profile;
    std::string curve;     // `FACT {KEYS}`
    std::string rulebook;  // the YAML of `pillars`
    std::string text;
    std::string result;
};

struct Chapter {
    std::string name;
    std::vector<ChapterRow> rows;
    int promised = -1;  // the last line: `rows N`
};

// What each of the programs of the suite runs: chapters whose number lies in the range.
struct Numbers {
    int first = 0;
    int last = 0;
};
inline constexpr Numbers Expressions{20, 29};
inline constexpr Numbers Curves{30, 34};
inline constexpr Numbers Intervals{35, 37};
inline constexpr Numbers Totals{38, 39};

// Throws where a line is none of a chapter, because a table that silently shrinks tests nothing.
[[nodiscard]] std::vector<Chapter> chapters(Numbers numbers);

// The value that a row names: a literal, maybe negative, a moment, or a value of a category.
[[nodiscard]] PlainValue value_named(const ChapterRow& row, const std::string& text,
                                     const dsl::Type& type);

// Shortest digits, so that equal texts are equal bits.
[[nodiscard]] std::string shown(const std::optional<PlainValue>& value);

// As written, and as it is printed after reading: the same where it cannot be read.
[[nodiscard]] std::vector<std::string> twice_written(const std::string& expression);

}  // namespace colonnade::tests
