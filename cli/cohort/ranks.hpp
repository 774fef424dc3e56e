// SPDX-License-Identifier: Apache-2.0
// A person's ranks among the people of cohorts.
#pragma once

#include <optional>
#include <vector>

#include "cli/cohort/cohort_file.hpp"
#include "cli/profile.hpp"
#include "engine/explain/result.hpp"

namespace colonnade::cli {

class Cohorts {
public:
    // The files that the options name; readers of the session take in what groups are made by.
    // Nothing where one cannot be read or was scored by other rules, which has been said.
    [[nodiscard]] static std::optional<Cohorts> open(const Options& options, Session& session);

    // One for everyone of each cohort, and one for the group that the person is in. None for a
    // score that cohorts do not count: without a total, or provisional; a note says so.
    void add_ranks(const ScoredProfile& profile, engine::Result& result) const;

private:
    struct Entry {
        CohortFile file;
        int fact = -1;
    };
    static void add_rank(const CohortFile& file, const std::string& by, const std::string& name,
                         const engine::People& people, engine::Result& result);

    std::vector<Entry> entries_;
};

}  // namespace colonnade::cli
