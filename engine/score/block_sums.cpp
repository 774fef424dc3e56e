// SPDX-License-Identifier: Apache-2.0
#include "engine/score/block_sums.hpp"

#include <algorithm>

#include "engine/evaluate/vectors.hpp"

namespace colonnade::engine {

void PillarSums::clear(std::size_t count) {
    for (auto* sum : {&assessed, &counted, &earned})
        sum->assign(count, 0);
    cap.assign(count, 1);
}

COLONNADE_WIDE void add_points(const double* mask, double points, std::size_t count, double* sum) {
    if (mask == nullptr) {
        for (std::size_t i = 0; i < count; ++i)
            sum[i] += points;
        return;
    }
    for (std::size_t i = 0; i < count; ++i)
        sum[i] += mask[i] != 0 ? points : 0;
}

COLONNADE_WIDE void add_rule(const double* mask, double points, const double* shares,
                             std::size_t count, PillarSums& sums) {
    double* __restrict assessed = sums.assessed.data();
    double* __restrict earned = sums.earned.data();
    if (mask == nullptr) {
        for (std::size_t i = 0; i < count; ++i) {
            assessed[i] += points;
            earned[i] += points * shares[i];
        }
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        assessed[i] += mask[i] != 0 ? points : 0;
        earned[i] += mask[i] != 0 ? points * shares[i] : 0;
    }
}

COLONNADE_WIDE void add_weight(const Buffer<double>& sum, double weight, std::size_t count,
                               Buffer<double>& weights) {
    const double* __restrict from = sum.data();
    double* __restrict to = weights.data();
    for (std::size_t i = 0; i < count; ++i)
        to[i] += from[i] > 0 ? weight : 0;
}

COLONNADE_WIDE void find_units(const Buffer<double>& weights, std::size_t count,
                               Buffer<double>& units) {
    const double* __restrict from = weights.data();
    double* __restrict to = units.data();
    for (std::size_t i = 0; i < count; ++i)
        to[i] = from[i] > 0 ? 100 / from[i] : 0;
}

COLONNADE_WIDE void give_pillar(double weight, const Buffer<double>& units, std::size_t count,
                                const PillarSums& sums, const PillarTarget& target) {
    const double* __restrict unit = units.data();
    const double* __restrict assessed = sums.assessed.data();
    const double* __restrict earned = sums.earned.data();
    const double* __restrict caps = sums.cap.data();
    double* __restrict scale = target.scale;
    double* __restrict points = target.points;
    double* __restrict full = target.of;
    double* __restrict withheld = target.withheld;
    for (std::size_t i = 0; i < count; ++i) {
        const bool has_points = assessed[i] > 0;
        const double of = weight * unit[i];
        const double mean = earned[i] / assessed[i];
        const double share = mean < caps[i] ? mean : caps[i];
        const double taken = share < mean ? of * share - of * mean : 0;
        scale[i] = has_points ? of / assessed[i] : 0;
        full[i] = has_points ? of : 0;
        points[i] = has_points ? of * share : 0;
        withheld[i] = has_points ? taken : 0;
    }
    for (std::size_t i = 0; i < count; ++i)
        target.assessed[i] = assessed[i] > 0 ? 1 : 0;
}

COLONNADE_WIDE void add_part_assessed(const PillarSums& sums, double weight, std::size_t count,
                                      double* part) {
    const double* __restrict assessed = sums.assessed.data();
    const double* __restrict counted = sums.counted.data();
    double* __restrict to = part;
    for (std::size_t i = 0; i < count; ++i)
        to[i] += assessed[i] > 0 ? weight * (assessed[i] / counted[i]) : 0;
}

COLONNADE_WIDE void judge_rule(const Judgement& judgement, std::size_t count, Status* status,
                               double* counts, double* assessed, double* shares) {
    const auto& [condition, condition_known, measure_known, none_counts] = judgement;
    for (std::size_t i = 0; i < count; ++i) {
        const bool decided = condition_known == nullptr || condition_known[i] != 0;
        const bool holds = condition == nullptr || condition[i] != 0;
        const bool measured = measure_known == nullptr || measure_known[i] != 0;
        const bool excluded = decided && !holds;
        const bool has_share = decided && holds && (measured || none_counts);
        counts[i] = excluded ? 0 : 1;
        assessed[i] = has_share ? 1 : 0;
        shares[i] = has_share && measured ? shares[i] : 0;
        const auto other = excluded ? Status::NotApplicable : Status::Unknown;
        status[i] = has_share ? Status::Assessed : other;
    }
}

COLONNADE_WIDE void give_rule(const double* mask, double points_of_rule, const double* scale,
                              const double* shares, std::size_t count, double* points) {
    double* __restrict shown = points;
    for (std::size_t i = 0; i < count; ++i) {
        const double full = scale[i] * points_of_rule;
        shown[i] = mask == nullptr || mask[i] != 0 ? full * shares[i] : 0;
    }
}

}  // namespace colonnade::engine
