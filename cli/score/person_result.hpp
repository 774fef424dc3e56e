// SPDX-License-Identifier: Apache-2.0
// What every format shows of a person: the result and what stands beside it.
#pragma once

#include <string>
#include <vector>

#include "cli/gates/gate.hpp"
#include "cli/history/past_scores.hpp"
#include "cli/linkedin_ssi.hpp"
#include "cli/profile.hpp"
#include "cli/session.hpp"
#include "engine/explain/result.hpp"
#include "engine/plan/plan.hpp"

namespace colonnade::cli {

struct PersonResult {
    engine::Result result;
    const Session& session;
    const ScoredProfile& scored;             // what it was made from
    std::string place;                       // the file, with the line where it holds many
    std::vector<GateResult> gates;           // as far as some were asked for
    const LinkedinSsi* ssi = nullptr;        // LinkedIn's own number, or null
    const engine::PlanGoal* goal = nullptr;  // of the plan in its report, or null
    std::vector<PastScore> history;          // kept before, where this one is kept too
    bool is_alone = true;                    // only one person was asked about
};

// Data of a person that could not be read.
struct Unread {
    std::string place;   // as above
    std::string reason;  // as it was said
};

}  // namespace colonnade::cli
