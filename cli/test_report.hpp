// SPDX-License-Identifier: Apache-2.0
// What a run of tests found: what every output format of `colonnade test` renders.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "engine/cases/coverage.hpp"
#include "engine/cases/run_case.hpp"

namespace colonnade::cli {

struct SuiteReport {
    std::string file;  // of the tests
    std::string rulebook;
    std::vector<engine::CaseOutcome> cases;
    std::vector<engine::CoverageGroup> coverage;
    std::size_t touched = 0;
    std::size_t items = 0;

    [[nodiscard]] std::size_t failed() const {
        return static_cast<std::size_t>(std::count_if(
            cases.begin(), cases.end(), [](const auto& test) { return !test.passed(); }));
    }
    // Whole percent, rounded down, so that 100 means everything.
    [[nodiscard]] std::size_t percent() const { return items == 0 ? 100 : 100 * touched / items; }
};

}  // namespace colonnade::cli
