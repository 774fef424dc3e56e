// SPDX-License-Identifier: Apache-2.0
// Each person that the DATA of a call are about, read, scored and handed on.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "cli/cohort/ranks.hpp"
#include "cli/exit_code.hpp"
#include "cli/gates/gates.hpp"
#include "cli/linkedin_ssi.hpp"
#include "cli/options.hpp"
#include "cli/score/result_out.hpp"
#include "cli/session.hpp"
#include "engine/plan/plan.hpp"

namespace colonnade::cli {

using ResultOuts = std::vector<std::unique_ptr<ResultOut>>;

// What was asked for beside the scores.
struct Beside {
    const LinkedinSsi* ssi = nullptr;      // LinkedIn's own number, or null
    std::optional<engine::PlanGoal> goal;  // of a plan in reports
};

// One bad DATA does not stop the others; of all ends the gravest.
[[nodiscard]] Exit score_people(const Options& options, Session& session, const Gates& gates,
                                const Cohorts& cohorts, const Beside& beside,
                                const ResultOuts& outs);

}  // namespace colonnade::cli
