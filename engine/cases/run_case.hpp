// SPDX-License-Identifier: Apache-2.0
// One case: its profile scored, and what came out beside what was expected.
#pragma once

#include <string>
#include <vector>

#include "engine/cases/coverage.hpp"
#include "engine/cases/load_suite.hpp"
#include "engine/evaluate/evaluator.hpp"
#include "engine/explain/result.hpp"

namespace colonnade::engine {

struct Check {
    std::string what;      // `brand.photo share`
    std::string expected;  // as the case says it
    std::string actual;
    std::string reason;  // why it came out so
    bool passed = false;
};

struct CaseOutcome {
    std::string name;
    std::uint32_t line = 0;
    std::vector<Check> checks;

    [[nodiscard]] bool passed() const;
};

// Runs one case of the suite and adds what it touches to `coverage`.
[[nodiscard]] CaseOutcome run_case(const LoadedRulebook& loaded, const LoadedSuite& suite,
                                   const dsl::Case& test, FunctionHost& functions,
                                   Coverage& coverage);

// Each expectation of the case against what came out, in the words of `language`.
[[nodiscard]] std::vector<Check> compare(const dsl::Case& test, const ScoredBatch& scored,
                                         const std::string& language);

}  // namespace colonnade::engine
