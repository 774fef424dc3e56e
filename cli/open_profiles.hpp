// SPDX-License-Identifier: Apache-2.0
// What stays unknown where data makes several profiles: of each fact in how many of them, and how
// many points that leaves open in one of them at most.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "cli/import_report.hpp"
#include "cli/profile.hpp"
#include "cli/session.hpp"

namespace colonnade::cli {

class OpenProfiles {
public:
    explicit OpenProfiles(const Session& session);

    void add(const ScoredProfile& profile);
    void write_to(ImportReport& report) const;

private:
    struct OpenFact {
        std::string title;
        std::int64_t profiles = 0;
        PointsRange points;
        std::map<std::size_t, double> rules;  // by their index, with the most that they are worth
    };

    [[nodiscard]] ReportedFact reported(const std::string& name, const OpenFact& open) const;

    const Session& session_;
    std::map<std::string, std::size_t> rule_indices_;  // by `pillar.rule`
    std::vector<OpenRule> rules_;
    std::int64_t profiles_ = 0;
    PointsRange points_;
    std::map<std::string, OpenFact> facts_;
};

}  // namespace colonnade::cli
