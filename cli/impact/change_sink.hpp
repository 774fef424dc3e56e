// SPDX-License-Identifier: Apache-2.0
// Scores of people by one rulebook, taken together with those by another.
#pragma once

#include <list>

#include "cli/impact/both.hpp"
#include "cli/impact/changes.hpp"
#include "cli/impact/rule_pairs.hpp"
#include "cli/population/one_at_a_time.hpp"
#include "cli/population/score_sink.hpp"

namespace colonnade::cli {

// Gives each thread a sink that counts for itself.
class ChangeSinks {
public:
    // `both` must outlive this.
    ChangeSinks(BothRulebooks& both, std::size_t top);

    [[nodiscard]] MakeSink sinks();
    [[nodiscard]] const std::vector<RulePair>& rules() const { return rules_; }
    // Of all sinks together, once they have taken everything.
    [[nodiscard]] Changes changes() const;

private:
    BothRulebooks& both_;
    std::size_t top_;
    std::vector<RulePair> rules_;
    OneAtATime functions_;      // of the second rulebook
    std::list<Changes> parts_;  // of each sink, which knows its place
};

}  // namespace colonnade::cli
