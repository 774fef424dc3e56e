// SPDX-License-Identifier: Apache-2.0
// Counts what becomes of people between two rulebooks.
#pragma once

#include <string_view>
#include <vector>

#include "cli/impact/changes.hpp"
#include "cli/impact/rule_pairs.hpp"
#include "cli/impact/side.hpp"
#include "engine/column/batch.hpp"
#include "engine/score/score_columns.hpp"

namespace colonnade::cli {

// One for each thread.
class ChangeCounter {
public:
    // All must outlive the counter; `into` has as many rules as there are pairs.
    ChangeCounter(const dsl::Rulebook& before, const dsl::Rulebook& after,
                  const std::vector<RulePair>& rules, Changes& into)
        : before_(before), after_(after), rules_(rules), changes_(into) {}

    // The scores of the same people by either rulebook.
    void add(const engine::Batch& batch, const engine::ScoreColumns& before,
             const engine::ScoreColumns& after);

private:
    void add_person(std::string_view id);
    void compare(std::string_view id);
    void compare_rules();

    Side before_;
    Side after_;
    const std::vector<RulePair>& rules_;
    Changes& changes_;
};

}  // namespace colonnade::cli
