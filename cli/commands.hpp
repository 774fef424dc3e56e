// SPDX-License-Identifier: Apache-2.0
// One function per command. Each says what is wrong and gives the exit code.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace colonnade::cli {

[[nodiscard]] Exit run_score(const Options& options);
[[nodiscard]] Exit run_report(const Options& options);
[[nodiscard]] Exit run_import(const Options& options);
[[nodiscard]] Exit run_import_map(const Options& options);
[[nodiscard]] Exit run_check(const Options& options);
[[nodiscard]] Exit run_facts(const Options& options);
[[nodiscard]] Exit run_fmt(const Options& options);
[[nodiscard]] Exit run_explain(const Options& options);
[[nodiscard]] Exit run_test(const Options& options);
[[nodiscard]] Exit run_whatif(const Options& options);
[[nodiscard]] Exit run_impact(const Options& options);
[[nodiscard]] Exit run_plan(const Options& options);
[[nodiscard]] Exit run_new_plugin(const Options& options);
[[nodiscard]] Exit run_plugin_list(const Options& options);
[[nodiscard]] Exit run_plugin_lock(const Options& options);

}  // namespace colonnade::cli
