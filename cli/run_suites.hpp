// SPDX-License-Identifier: Apache-2.0
// Finds test files by their rulebooks or by themselves and runs what `--run` names of them.
#pragma once

#include <string>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/test_report.hpp"

namespace colonnade::cli {

struct TestRun {
    std::vector<SuiteReport> suites;  // those that could be read
    Exit exit = Exit::Fine;           // what was wrong has been said
};

// `linkedin-ssi.test.yaml` is a test file, anything else a rulebook.
[[nodiscard]] bool is_test_file(const std::string& name);

// `least_coverage` in percent.
[[nodiscard]] TestRun run_suites(const Options& options, const std::vector<std::string>& names,
                                 double least_coverage);

}  // namespace colonnade::cli
