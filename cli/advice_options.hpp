// SPDX-License-Identifier: Apache-2.0
// The words of `whatif` and `plan` on the command line.
#pragma once

#include "cli/options.hpp"

namespace CLI {
class App;
}

namespace colonnade::cli {

inline constexpr auto WhatIfExamples = R"(Examples:
  colonnade whatif EXPORT.zip --set photo=true
  colonnade whatif EXPORT.zip --set weekly_posts="2 per week" --set followers=500
  colonnade whatif profile.json --set brand.long-articles=4 --format json
)";
inline constexpr auto PlanExamples = R"(Examples:
  colonnade plan EXPORT.zip --target 75
  colonnade plan EXPORT.zip --hours 3
  colonnade plan EXPORT.zip --hours-per-week 2 --weeks 6
  colonnade plan profile.json --target 80 -o plan.json
  colonnade plan EXPORT.zip --hours-per-week 2 --weeks 6 -o report.html
)";

void add_what_if_options(CLI::App& command, Options& options);
void add_plan_options(CLI::App& command, Options& options);

}  // namespace colonnade::cli
