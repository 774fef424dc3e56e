// SPDX-License-Identifier: Apache-2.0
// From shares of rules to points, pillars, the total and its bounds.
//
// A rule is assessed, unknown, not applicable, or in error. A pillar's share is the weighted mean
// of its assessed rules; a pillar without any leaves its weight to the others.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "dsl/rulebook/rulebook.hpp"
#include "engine/evaluate/evaluator.hpp"

namespace colonnade::engine {

enum class Status : std::uint8_t { Assessed, Unknown, NotApplicable, Error };

// As results write it: `assessed`, `unknown`, `not-applicable`, `error`.
[[nodiscard]] std::string_view text_of(Status status);

struct RuleScore {
    Status status = Status::Unknown;
    double share = 0;         // 0..1, of an assessed rule
    double points = 0;        // of 100 in total
    double of = 0;            // what full points would be; 0 unless assessed
    double worth = 0;         // what it would be worth if everything unknown were assessed
    bool by_default = false;  // unknown, and taken as none because the rulebook says so
};

struct PillarScore {
    std::optional<double> points;  // nothing where no rule was assessed
    double of = 0;
    double low = 0;
    double high = 0;
    double withheld = 0;  // taken away by a cap, <= 0
};

struct Score {
    std::optional<double> total;  // 0..100
    double low = 0;
    double high = 100;
    double assessed = 0;  // share of the points that was assessed
    std::vector<PillarScore> pillars;
    std::vector<RuleScore> rules;  // of all pillars, in order
};

// What becomes of a rule in a profile.
[[nodiscard]] Status status_of(const dsl::Rule& rule, const CompiledRule& compiled,
                               const Evaluator& evaluator, std::size_t row);

// Statuses, shares and points of one profile, without bounds.
[[nodiscard]] Score score_row(const dsl::Rulebook& rulebook, const Program& program,
                              const Evaluator& evaluator, std::size_t row);

}  // namespace colonnade::engine
