// SPDX-License-Identifier: Apache-2.0
#include "engine/analyse/possible.hpp"

#include <string>

#include "engine/bounds/bound_evaluator.hpp"
#include "engine/column/batch_builder.hpp"
#include "engine/evaluate/evaluator.hpp"

namespace colonnade::engine {
namespace {

// A moment is before or after everything that a rulebook names; what depends on `as_of` lies
// between its values at both.
constexpr std::int64_t Earliest = -2'208'988'800;  // 1900
constexpr std::int64_t Latest = 4'102'444'800;     // 2100

// Of plugins only the declared bounds are known.
class NoFunctions : public FunctionHost {
public:
    std::vector<CallFailure> call(int, std::span<const CallInput>, std::span<const std::int64_t>,
                                  Slot&) override {
        return {{CallFailure::EveryRow, "not asked"}};
    }
};

void include(PossibleValues& all, const PossibleValues& more) {
    for (std::size_t i = 0; i < all.rules.size(); ++i) {
        all.rules[i].measure.include(more.rules[i].measure);
        all.rules[i].condition.include(more.rules[i].condition);
    }
    for (std::size_t i = 0; i < all.cautions.size(); ++i)
        all.cautions[i].include(more.cautions[i]);
}

PossibleValues possible_at(std::int64_t as_of, const dsl::Rulebook& rulebook,
                           const dsl::Catalogue& catalogue, const Program& program) {
    BatchBuilder builder(catalogue, program.projection);
    builder.begin_row();
    builder.end_row("", as_of);
    const auto batch = builder.take();
    NoFunctions functions;
    Evaluator evaluator(program, rulebook, batch, functions);
    evaluator.run();
    BoundEvaluator bounds(program, evaluator);
    bounds.run(0);
    PossibleValues possible;
    for (const auto& rule : program.rules) {
        possible.rules.push_back({bounds.of(rule.measure), rule.condition < 0
                                                               ? Interval::point(1)
                                                               : bounds.of(rule.condition)});
    }
    for (const int caution : program.cautions)
        possible.cautions.push_back(bounds.of(caution));
    return possible;
}

}  // namespace

PossibleValues possible_values(const dsl::Rulebook& rulebook, const dsl::Catalogue& catalogue,
                               const Program& program) {
    auto possible = possible_at(Earliest, rulebook, catalogue, program);
    include(possible, possible_at(Latest, rulebook, catalogue, program));
    return possible;
}

}  // namespace colonnade::engine
