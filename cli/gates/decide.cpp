// SPDX-License-Identifier: Apache-2.0
#include "cli/gates/gates.hpp"

#include "engine/score/decimals.hpp"

namespace colonnade::cli {
namespace {

using What = GateResult::What;
using Open = GateResult::Open;

GateResult at_least(What what, double limit, const std::optional<double>& actual) {
    GateResult gate;
    gate.what = what;
    gate.limit = limit;
    gate.actual = actual;
    gate.open = actual ? Open::No : Open::NotAssessed;
    gate.passed = actual && *actual >= limit;
    return gate;
}

GateResult of_pillar(const PillarGate& wanted, const engine::Result& result) {
    const auto& pillar = result.pillars.at(wanted.pillar);
    auto gate = at_least(What::Pillar, wanted.limit, pillar.points);
    gate.pillar = pillar.id;
    gate.pillar_title = pillar.title;
    return gate;
}

GateResult of_drop(const Gates& gates, const engine::Result& result) {
    GateResult gate;
    gate.what = What::Drop;
    gate.limit = *gates.max_drop;
    const auto before = gates.baseline.find(result.profile);
    if (!result.score) {
        gate.open = Open::NotAssessed;
    } else if (before == gates.baseline.end()) {
        gate.open = Open::NotInBaseline;
    } else if (!before->second) {
        gate.open = Open::BaselineNotAssessed;
    } else {
        const engine::Decimals d(GateDecimals);
        gate.before = d.round(*before->second);
        gate.actual = d.round(*gate.before - *result.score);
        gate.passed = *gate.actual <= gate.limit;
    }
    return gate;
}

GateResult of_cautions(const engine::Result& result) {
    GateResult gate;
    gate.what = What::Caution;
    for (const auto& caution : result.cautions)
        gate.cautions.push_back(caution.title);
    if (!result.score) gate.open = Open::NotAssessed;
    if (gate.cautions.empty() && !result.failed_cautions.empty()) gate.open = Open::CautionFailed;
    if (gate.open == Open::No) gate.actual = static_cast<double>(gate.cautions.size());
    gate.passed = gate.actual == 0.0;
    return gate;
}

}  // namespace

std::vector<GateResult> decide(const Gates& gates, const engine::Result& exact) {
    std::vector<GateResult> decided;
    if (!gates.any()) return decided;
    auto result = exact;
    engine::round_result(result, GateDecimals);
    if (gates.min_score) decided.push_back(at_least(What::Score, *gates.min_score, result.score));
    for (const auto& wanted : gates.min_pillars)
        decided.push_back(of_pillar(wanted, result));
    if (gates.max_drop) decided.push_back(of_drop(gates, result));
    if (gates.no_caution) decided.push_back(of_cautions(result));
    return decided;
}

}  // namespace colonnade::cli
