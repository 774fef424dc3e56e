// SPDX-License-Identifier: Apache-2.0
// The words of a plan that are not the rulebook's, in German and English.
#pragma once

#include <string_view>

namespace colonnade::cli {

struct PlanWords {
    std::string_view guide;
    std::string_view for_target;  // {} is the score
    std::string_view for_hours;   // {} the hours
    std::string_view for_weeks;   // {} the hours a week, {} the weeks
    std::string_view today;
    std::string_view from_to;  // {} today, {} then, {} "of 100", {} weeks, {} the time
    std::string_view then;     // before what is sure of it
    std::string_view reached_already;
    std::string_view nothing_fits;   // for the time
    std::string_view nothing_to_do;  // at all
    std::string_view not_reached;    // {} is as far as one gets
    std::string_view steps;
    std::string_view in_all;  // before the time of a step
    std::string_view week;
    std::string_view weeks;
    std::string_view weekly;  // the heading of what comes when
    std::string_view work;
    std::string_view on_the_way;  // {} the week, {} a caution
    std::string_view not_optimal_points;
    std::string_view not_optimal_minutes;
    std::string_view left_out;  // {} rules, of which {} are looked at
    std::string_view find_out;
    std::string_view try_out;
};

[[nodiscard]] const PlanWords& plan_words_in(std::string_view language);

}  // namespace colonnade::cli
