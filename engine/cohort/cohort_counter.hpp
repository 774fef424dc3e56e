// SPDX-License-Identifier: Apache-2.0
// Counts scored people into a cohort.
#pragma once

#include <set>
#include <string>

#include "engine/cohort/cohort.hpp"
#include "engine/column/batch.hpp"

namespace colonnade::engine {

// By whom a cohort is grouped, and who belongs to it.
struct CohortChoice {
    int fact = -1;                                            // a text or a category; -1: no groups
    const std::set<std::string, std::less<>>* ids = nullptr;  // null: everyone
};

class CohortCounter {
public:
    // A file of a population may call every profile by a name of its own; nobody can use so many
    // groups, and all would have to be kept in memory.
    static constexpr std::size_t MostGroups = 10'000;

    CohortCounter(Cohort empty, CohortChoice choice) : choice_(choice), cohort_(std::move(empty)) {}

    void add(const Batch& batch, const ScoreColumns& scores);
    [[nodiscard]] const Cohort& cohort() const { return cohort_; }
    // People were counted with everyone, but their groups are too many.
    [[nodiscard]] bool has_too_many_groups() const { return too_many_groups_; }

private:
    void add_row(const Batch& batch, const ScoreColumns& scores, std::size_t row);
    void add_to_group(std::string_view group, const ScoreColumns& scores, std::size_t row);

    CohortChoice choice_;
    Cohort cohort_;
    bool too_many_groups_ = false;
};

// The value that a profile is grouped by, without white space around it; empty where it is unknown.
[[nodiscard]] std::string_view group_of(const Column& fact, std::size_t row);

}  // namespace colonnade::engine
