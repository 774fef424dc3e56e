// SPDX-License-Identifier: Apache-2.0
#include "engine/score/total_bounds.hpp"

#include <algorithm>

#include "engine/score/in_force.hpp"

namespace colonnade::engine {
namespace {

void exact(Score& score) {
    for (auto& pillar : score.pillars)
        pillar.low = pillar.high = pillar.points.value_or(0);
    if (score.total) score.low = score.high = *score.total;
}

}  // namespace

void TotalBounds::Mean::clear() {
    weight = sum = 0;
    may.clear();
}

void TotalBounds::Mean::add(double value, double part_weight, bool must_count) {
    if (!must_count) {
        may.emplace_back(value, part_weight);
        return;
    }
    weight += part_weight;
    sum += part_weight * value;
}

// Those that must count, then the others from the smallest on, as long as each lowers it.
double TotalBounds::Mean::least() {
    std::sort(may.begin(), may.end());
    for (const auto& [value, w] : may) {
        if (weight > 0 && value * weight >= sum) break;
        weight += w;
        sum += w * value;
    }
    return weight > 0 ? sum / weight : 0;
}

TotalBounds::TotalBounds(const dsl::Rulebook& rulebook, const Program& program)
    : rulebook_(rulebook), program_(program) {}

void TotalBounds::start() {
    low_.clear();
    missing_.clear();
    can_count_ = must_count_ = false;
}

void TotalBounds::take(const Part& part) {
    if (!part.can_count || !(part.weight > 0)) return;
    can_count_ = true;
    must_count_ = must_count_ || part.must_count;
    low_.add(part.low, part.weight, part.must_count);
    // The greatest mean is the least one of what is missing to 1.
    missing_.add(1 - part.high, part.weight, part.must_count);
}

TotalBounds::Part TotalBounds::finish(double weight) {
    const double low = low_.least();
    // What is missing to 1 has fewer bits than a small share.
    return {weight, low, std::max(low, 1 - missing_.least()), can_count_, must_count_};
}

// Of a rule that nothing unknown can change.
TotalBounds::RuleBounds TotalBounds::settled(const dsl::Rule& rule, const RuleScore& score) {
    const bool counts = score.status == Status::Assessed;
    const bool fails = counts && !score.by_default && score.share == 0;
    return {{rule.points, score.share, score.share, counts, counts}, fails, fails};
}

TotalBounds::RuleBounds TotalBounds::open(const dsl::Rule& rule, const CompiledRule& compiled,
                                          const BoundEvaluator& bounds, bool in_force) {
    RuleBounds result;
    auto& part = result.part;
    part.weight = rule.points;
    const auto condition =
        compiled.condition < 0 ? Interval::point(1) : bounds.of(compiled.condition);
    const auto measure = bounds.of(compiled.measure);
    const bool none_counts = rule.unknown == dsl::UnknownPolicy::None;
    part.can_count = in_force && condition.can_be_yes() && (measure.has_value() || none_counts);
    const bool always_applies = condition.low >= 1 && !condition.none;
    part.must_count = part.can_count && always_applies && (!measure.none || none_counts);
    if (!part.can_count) return result;
    auto shares = measure.has_value() ? dsl::shares_between(rule.curve, measure.low, measure.high)
                                      : dsl::ShareRange{0, 0};
    if (measure.none && none_counts) shares.low = 0;
    part.low = shares.low;
    part.high = shares.high;
    result.may_fail = measure.has_value() && shares.low == 0;
    result.must_fail = part.must_count && shares.high == 0 && !measure.none;
    return result;
}

TotalBounds::Part TotalBounds::pillar(std::size_t pillar, std::size_t first,
                                      const BoundEvaluator& bounds, std::int64_t as_of,
                                      const Score& score) {
    const auto& shown = rulebook_.pillars[pillar];
    double cap_low = 1;
    double cap_high = 1;
    start();
    for (std::size_t r = 0; r < shown.rules.size(); ++r) {
        const auto& rule = shown.rules[r];
        const auto& compiled = program_.rules[first + r];
        const bool is_settled =
            bounds.is_fixed(compiled.measure) && bounds.is_fixed(compiled.condition);
        const auto result = is_settled ? settled(rule, score.rules[first + r])
                                       : open(rule, compiled, bounds, is_in_force(rule, as_of));
        take(result.part);
        if (!rule.cap) continue;
        if (result.may_fail) cap_low = std::min(cap_low, *rule.cap);
        if (result.must_fail) cap_high = std::min(cap_high, *rule.cap);
    }
    auto part = finish(shown.weight);
    part.low = std::min(part.low, cap_low);
    part.high = std::min(part.high, cap_high);
    return part;
}

void TotalBounds::add(const BoundEvaluator* bounds, std::size_t row, Score& score) {
    if (bounds == nullptr) return exact(score);
    pillars_.clear();
    std::size_t first = 0;
    for (std::size_t p = 0; p < rulebook_.pillars.size(); ++p) {
        const auto part = pillar(p, first, *bounds, bounds->batch().as_of[row], score);
        pillars_.push_back(part);
        first += rulebook_.pillars[p].rules.size();
        auto& shown = score.pillars[p];
        // Against the pillar's present weight; the weight itself may change with what becomes
        // known.
        shown.low = std::min(part.low * shown.of, shown.points.value_or(0));
        shown.high = std::max(part.high * shown.of, shown.points.value_or(0));
    }
    start();
    for (const auto& part : pillars_)
        take(part);
    const auto total = finish(1);
    if (!total.can_count) return;
    score.low = std::clamp(100 * total.low, 0.0, score.total.value_or(100));
    score.high = std::clamp(100 * total.high, score.total.value_or(0), 100.0);
}

}  // namespace colonnade::engine
