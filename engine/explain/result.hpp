// SPDX-License-Identifier: Apache-2.0
// Everything there is to say about one profile's score, in one language; what every output format
// renders. Numbers are exact until `round_result` makes them add up at a number of decimals.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dsl/expr/parse.hpp"
#include "dsl/types/kind.hpp"
#include "engine/explain/explained_part.hpp"
#include "engine/score/score.hpp"

namespace colonnade::engine {

struct RatingResult {
    std::string id;
    std::string title;
    std::string colour;
    std::string sign;
};

struct RuleResult {
    std::string id;
    std::string title;
    Status status = Status::Unknown;
    double points = 0;
    double of = 0;
    double share = 0;
    double worth = 0;
    bool by_default = false;  // unknown, taken as none because the rulebook says so
    dsl::Type type;
    std::optional<double> value;  // in the base unit of its kind; moments in seconds
    std::string shown;            // the value for people, empty where unknown
    std::string target;           // what tips aim at, for people
    std::size_t left_out = 0;     // elements that could not be judged
    std::string because;
    std::string source;
    std::string evidence;
    std::string failure;  // why a plugin failed
    std::optional<RatingResult> rating;
    // How the values came about, where somebody asked for it.
    std::optional<ExplainedPart> measure_part;
    std::optional<ExplainedPart> condition_part;
};

struct PillarResult {
    std::string id;
    std::string title;
    std::optional<double> points;
    double of = 0;
    double low = 0;
    double high = 0;
    double withheld = 0;
    std::optional<RatingResult> rating;
    std::vector<RuleResult> rules;
};

struct TipResult {
    std::string rule;  // `pillar.rule`
    std::string title;
    std::string text;
    std::optional<double> gain;  // nothing where the measure is unknown
    std::optional<double> score_after;
    double minutes = 0;
    dsl::Effort::Per per = dsl::Effort::Per::Once;
    double total_minutes = 0;        // over the rulebook's horizon
    std::vector<std::string> needs;  // unknown facts
};

struct CautionResult {
    std::string id;
    std::string title;
    std::string text;
};

// Whether it would be raised nobody knows.
struct FailedCaution {
    std::string id;
    std::string failure;  // why a plugin failed
};

// Where the score stands among people of a cohort.
struct RankResult {
    std::string by;    // the fact that they share; empty: everyone of the cohort
    std::string name;  // of the group; may be empty for everyone
    double top = 1;    // the share of them with as many points or more
    std::size_t members = 0;
    double average = 0;
    std::string note;  // the cohort's own; may be empty
};

struct UnknownResult {
    std::string fact;
    std::string title;
    std::vector<std::string> rules;  // `pillar.rule`
    double points = 0;               // what these rules would be worth; do not add over facts
    bool stateable = false;
};

struct Result {
    std::string rulebook;
    std::string rulebook_title;
    std::string edition;
    std::string sha256;
    std::string language;
    std::string profile;
    std::int64_t as_of = 0;  // seconds since 1970-01-01 UTC
    std::vector<std::string> stated;
    std::optional<double> score;
    double low = 0;
    double high = 100;
    double assessed = 0;
    bool provisional = false;  // less than half of the points assessed
    std::optional<RatingResult> rating;
    std::optional<RatingResult> rating_low;
    std::optional<RatingResult> rating_high;
    std::vector<RankResult> ranks;  // by the cohorts that somebody asked for
    std::vector<PillarResult> pillars;
    std::vector<TipResult> tips;
    std::vector<CautionResult> cautions;
    std::vector<FailedCaution> failed_cautions;
    std::vector<UnknownResult> unknown;
    std::string note;

    [[nodiscard]] bool has_failures() const;
};

// Rounds so that what is shown adds up: the total first, then pillars to the total, rules to their
// pillar, by largest remainder; nothing shows more than it is worth, unless points held back do not
// add up otherwise. The low bound is rounded down, the high one up.
void round_result(Result& result, int decimals);

}  // namespace colonnade::engine
