// SPDX-License-Identifier: Apache-2.0
// The words of `history` and `compare` in German and English.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace colonnade::cli {

struct HistoryWords {
    std::string_view of_100;
    std::string_view not_scored;
    std::string_view to;           // between two dates
    std::string_view against;      // a difference, against a date
    std::string_view week_before;  // after `against`
    std::string_view weeks_before;
    std::string_view rules_changed;
    std::string_view week_of;
    std::string_view score;
    std::string_view for_sure;
    std::string_view change;
    std::string_view more_weeks;
    std::string_view gap_one;
    std::string_view gap;
    std::string_view person;
    std::string_view latest;
    std::string_view since;
    std::string_view nobody;
};

struct CompareWords {
    std::string_view data;
    std::string_view rules;
    std::string_view engine;
    std::string_view no_score;
    std::string_view only_results;
    std::string_view cannot_score;
    std::string_view by_rule;
    std::string_view more;
};

[[nodiscard]] const CompareWords& compare_words_in(std::string_view language);
[[nodiscard]] const HistoryWords& history_words_in(std::string_view language);

// "1 result", "12 Ergebnisse".
[[nodiscard]] std::string results_text(std::int64_t count, std::string_view language);
// `20 Nov 2026`
[[nodiscard]] std::string day_text(std::int64_t as_of, std::string_view language);
// `+1.7`, `-0.3` with a true minus, `±0.0`
[[nodiscard]] std::string signed_text(double points, std::string_view language);

}  // namespace colonnade::cli
