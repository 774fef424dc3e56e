// SPDX-License-Identifier: Apache-2.0
#include "cli/advice_options.hpp"

#include <CLI/CLI.hpp>

namespace colonnade::cli {

void add_what_if_options(CLI::App& command, Options& options) {
    command
        .add_option("--set", options.set,
                    "What is supposed: a fact, a define of the rulebook, or PILLAR.RULE for what "
                    "that rule measures")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false)
        ->required();
}

void add_plan_options(CLI::App& command, Options& options) {
    command.add_option("--target", options.target, "The least effort for this score")
        ->type_name("POINTS");
    command.add_option("--hours", options.hours, "The most points for so many hours")
        ->type_name("HOURS");
    command
        .add_option("--hours-per-week", options.hours_per_week,
                    "The most points for so many hours a week, in --weeks")
        ->type_name("HOURS");
    command.add_option("--weeks", options.weeks, "How many weeks")->type_name("WEEKS");
}

}  // namespace colonnade::cli
