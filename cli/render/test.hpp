// SPDX-License-Identifier: Apache-2.0
// A run of tests: for a terminal of 80 columns, for a build server (JUnit's XML), for programs.
#pragma once

#include <string>
#include <vector>

#include "cli/render/text.hpp"
#include "cli/test_report.hpp"

namespace colonnade::cli {

// With `details` the cases that passed too, and everything that no case touches.
[[nodiscard]] std::string render_test(const std::vector<SuiteReport>& suites, bool details,
                                      TextStyle style);
[[nodiscard]] std::string render_test_junit(const std::vector<SuiteReport>& suites);
[[nodiscard]] std::string render_test_json(const std::vector<SuiteReport>& suites);

}  // namespace colonnade::cli
