// SPDX-License-Identifier: Apache-2.0
// `colonnade cohort build | merge | show`: people that a person may be compared with.
#pragma once

#include "cli/cohort/cohort_file.hpp"
#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "engine/load/load_rulebook.hpp"

namespace CLI {
class App;
}

namespace colonnade::cli {

void add_cohort(CLI::App& cohort, Options& options, Exit& exit);

[[nodiscard]] Exit run_cohort_build(const Options& options);
[[nodiscard]] Exit run_cohort_merge(const Options& options);
[[nodiscard]] Exit run_cohort_show(const Options& options);

// What a cohort of people scored by it says of its rules.
[[nodiscard]] engine::CohortRules rules_of(const engine::LoadedRulebook& loaded);
// A note of what is not told, if there is something.
void say_withheld(const CohortFile& file);

}  // namespace colonnade::cli
