// SPDX-License-Identifier: Apache-2.0
// The guaranteed bounds of a total. Each rule gets the least and greatest share that its measure's
// interval allows; rules are taken as independent. A rule that may turn out not to be assessed is
// in or out, whichever is worse (for the low bound) or better (for the high one).
#include <algorithm>

#include "engine/score/in_force.hpp"
#include "engine/score/score.hpp"

namespace colonnade::engine {
namespace {

// A part of a weighted mean that may be absent.
struct Part {
    double weight = 0;
    double low = 0;
    double high = 1;
    bool can_count = true;
    bool must_count = false;
};

struct Mean {
    double low = 0;
    double high = 0;
    bool can_count = false;
    bool must_count = false;
};

// The least weighted mean over all choices of the parts that may be absent: those that must count,
// then the others from the smallest on, as long as each lowers it.
double least_mean(std::vector<std::pair<double, double>> must,
                  std::vector<std::pair<double, double>> may) {
    std::sort(may.begin(), may.end());
    double weight = 0;
    double sum = 0;
    for (const auto& [value, w] : must) {
        weight += w;
        sum += w * value;
    }
    for (const auto& [value, w] : may) {
        if (weight > 0 && value * weight >= sum) break;
        weight += w;
        sum += w * value;
    }
    return weight > 0 ? sum / weight : 0;
}

Mean mean_of(const std::vector<Part>& parts) {
    Mean mean;
    std::vector<std::pair<double, double>> must_low;
    std::vector<std::pair<double, double>> may_low;
    std::vector<std::pair<double, double>> must_high;
    std::vector<std::pair<double, double>> may_high;
    for (const auto& part : parts) {
        if (!part.can_count || !(part.weight > 0)) continue;
        mean.can_count = true;
        mean.must_count = mean.must_count || part.must_count;
        (part.must_count ? must_low : may_low).emplace_back(part.low, part.weight);
        // The greatest mean is the least one of what is missing to 1.
        (part.must_count ? must_high : may_high).emplace_back(1 - part.high, part.weight);
    }
    mean.low = least_mean(must_low, may_low);
    // What is missing to 1 has fewer bits than a small share.
    mean.high = std::max(mean.low, 1 - least_mean(must_high, may_high));
    return mean;
}

struct RuleBounds {
    Part part;
    bool may_fail = false;   // a pass that can turn out to be false
    bool must_fail = false;  // one that is false whatever comes
};

RuleBounds bounds_of(const dsl::Rule& rule, const CompiledRule& compiled,
                     const BoundEvaluator& bounds, bool in_force) {
    RuleBounds result;
    auto& part = result.part;
    part.weight = rule.points;
    const auto condition =
        compiled.condition < 0 ? Interval::point(1) : bounds.of(compiled.condition);
    const auto& measure = bounds.of(compiled.measure);
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

Part bounds_of(const dsl::Pillar& pillar, const Program& program, std::size_t first,
               const BoundEvaluator& bounds, std::int64_t as_of) {
    std::vector<Part> parts;
    double cap_low = 1;
    double cap_high = 1;
    for (std::size_t r = 0; r < pillar.rules.size(); ++r) {
        const auto& rule = pillar.rules[r];
        const auto rule_bounds =
            bounds_of(rule, program.rules[first + r], bounds, is_in_force(rule, as_of));
        parts.push_back(rule_bounds.part);
        if (!rule.cap) continue;
        if (rule_bounds.may_fail) cap_low = std::min(cap_low, *rule.cap);
        if (rule_bounds.must_fail) cap_high = std::min(cap_high, *rule.cap);
    }
    const auto mean = mean_of(parts);
    return {pillar.weight, std::min(mean.low, cap_low), std::min(mean.high, cap_high),
            mean.can_count, mean.must_count};
}

void exact(Score& score) {
    for (auto& pillar : score.pillars)
        pillar.low = pillar.high = pillar.points.value_or(0);
    if (score.total) score.low = score.high = *score.total;
}

}  // namespace

void add_bounds(const dsl::Rulebook& rulebook, const Program& program, const BoundEvaluator* bounds,
                std::size_t row, Score& score) {
    if (bounds == nullptr) return exact(score);
    std::vector<Part> parts;
    std::size_t first = 0;
    for (std::size_t p = 0; p < rulebook.pillars.size(); ++p) {
        const auto& pillar = rulebook.pillars[p];
        parts.push_back(bounds_of(pillar, program, first, *bounds, bounds->batch().as_of[row]));
        first += pillar.rules.size();
        auto& shown = score.pillars[p];
        // Against the pillar's present weight; the weight itself may change with what becomes
        // known.
        shown.low = std::min(parts.back().low * shown.of, shown.points.value_or(0));
        shown.high = std::max(parts.back().high * shown.of, shown.points.value_or(0));
    }
    const auto mean = mean_of(parts);
    if (!mean.can_count) return;
    score.low = std::clamp(100 * mean.low, 0.0, score.total.value_or(100));
    score.high = std::clamp(100 * mean.high, score.total.value_or(0), 100.0);
}

}  // namespace colonnade::engine
