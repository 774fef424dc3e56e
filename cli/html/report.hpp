// SPDX-License-Identifier: Apache-2.0
// Everything that a report shows of one person, in each language of the rulebook. It is made of a
// scored profile or read from a report that was written before; either way the same is drawn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/html/chart.hpp"
#include "cli/linkedin_ssi.hpp"
#include "cli/profile.hpp"
#include "engine/explain/result.hpp"
#include "engine/plan/plan.hpp"

namespace colonnade::cli {

// A report is to be sent by mail; one in all languages of a rulebook for half the world is not.
inline constexpr std::size_t MostReadings = 8;

// What a result does not hold of a rule.
struct RulePicture {
    std::string measure;         // in words
    std::optional<Chart> chart;  // a yes/no has none
};

// A report in one language. Results are exact; whoever shows one rounds it.
struct Reading {
    engine::Result result;
    std::vector<RulePicture> rules;  // of all pillars, in order
    std::optional<engine::Plan> plan;
};

// A total that was kept before, by the same rules.
struct PastScore {
    std::int64_t as_of = 0;  // seconds since 1970-01-01 UTC
    double score = 0;
};
// Five years, week by week.
inline constexpr std::size_t MostPastScores = 260;

struct Report {
    std::vector<Reading> readings;   // the one that is shown first comes first; at least one
    std::optional<LinkedinSsi> ssi;  // LinkedIn's own number
    std::vector<PastScore> history;  // rising, all before the moment of the results

    // The reading in `language`, or null.
    [[nodiscard]] const Reading* in(std::string_view language) const;
    // Puts the reading in `language` first; false where there is none.
    [[nodiscard]] bool lead_with(std::string_view language);
};

// `result`: the profile's in the session's language, which comes first; its ranks count for all.
[[nodiscard]] Report report_of(engine::Result result, const ScoredProfile& profile,
                               const Session& session, const std::optional<LinkedinSsi>& ssi);
// A plan, in each language, where there is a score to begin with. Precondition: the report is the
// profile's.
void add_plan(Report& report, const ScoredProfile& profile, const engine::PlanGoal& goal);

// The page that a person is handed: one file that asks for nothing.
[[nodiscard]] std::string render_html(const Report& report);

}  // namespace colonnade::cli
