// SPDX-License-Identifier: Apache-2.0
// The words of a text result that are not the rulebook's, in German and English.
#pragma once

#include <string_view>

namespace colonnade::cli {

struct Labels {
    std::string_view as_of;
    std::string_view edition;
    std::string_view of_100;
    std::string_view between;  // "between 57.1 and 71.0 …"
    std::string_view and_word;
    std::string_view assessed;  // after the share
    std::string_view provisional;
    std::string_view not_scored;
    std::string_view next_steps;
    std::string_view more_steps;  // {} further tips
    std::string_view cautions;
    std::string_view unknown;
    std::string_view points;
    std::string_view more;
    std::string_view answer_hint;
    std::string_view list_hint;  // above the form of an element
    std::string_view stated;
    std::string_view once;
    std::string_view per_week;
    std::string_view each;
    std::string_view minutes;
    std::string_view hours;
    std::string_view needs;
    std::string_view not_applicable;
    std::string_view unknown_value;
    std::string_view error;
    std::string_view target;
    std::string_view left_out;
    std::string_view withheld;
    std::string_view by_default;
    std::string_view top;       // {} percent of {} people
    std::string_view everyone;  // of a cohort without a name
    std::string_view people;
    std::string_view average;
};

[[nodiscard]] const Labels& labels_in(std::string_view language);

}  // namespace colonnade::cli
