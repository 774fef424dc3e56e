// SPDX-License-Identifier: Apache-2.0
// The sums and points of `score_row` as loops over blocks of profiles: the same operations on each
// profile in the same order, and so the same bits.
//
// A mask says of each profile whether a rule counts there, as 0 or something else; without a mask
// it does everywhere. What is added where it does not is 0, which changes no sum of what is not
// negative.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/column/buffer.hpp"
#include "engine/score/score.hpp"

namespace colonnade::engine {

// What a pillar's rules come to, one value per profile of a block.
struct PillarSums {
    Buffer<double> assessed;  // points of assessed rules
    Buffer<double> counted;   // points of assessed and unknown rules
    Buffer<double> earned;
    Buffer<double> cap;  // 1 without one

    void clear(std::size_t count);
};

// Where the figures of a pillar go.
struct PillarTarget {
    std::uint8_t* assessed = nullptr;
    double* points = nullptr;
    double* of = nullptr;
    double* scale = nullptr;
    double* withheld = nullptr;
};

// Adds the points of a rule.
void add_points(const double* mask, double points, std::size_t count, double* sum);
// And what is earned of them. Shares are 0 where the rule is not assessed.
void add_rule(const double* mask, double points, const double* shares, std::size_t count,
              PillarSums& sums);
// Adds the weight of a pillar where the sum of its rules is above 0.
void add_weight(const Buffer<double>& sum, double weight, std::size_t count,
                Buffer<double>& weights);
// What a weight of 1 is of the total.
void find_units(const Buffer<double>& weights, std::size_t count, Buffer<double>& units);
void give_pillar(double weight, const Buffer<double>& units, std::size_t count,
                 const PillarSums& sums, const PillarTarget& target);
// Adds the part of the weight that the pillar's assessed rules stand for.
void add_part_assessed(const PillarSums& sums, double weight, std::size_t count, double* part);
// What of an instruction is known, for a rule over a block; null stands for all.
struct Judgement {
    const double* condition = nullptr;  // null: there is none
    const std::uint8_t* condition_known = nullptr;
    const std::uint8_t* measure_known = nullptr;
    bool none_counts = false;  // an unknown measure is taken as none
};

// Statuses of a rule that is in force and of which nothing failed, with the masks that follow.
// Shares are cleared where they are not those of a known measure.
void judge_rule(const Judgement& judgement, std::size_t count, Status* status, double* counts,
                double* assessed, double* shares);

void give_rule(const double* mask, double points_of_rule, const double* scale, const double* shares,
               std::size_t count, double* points);

}  // namespace colonnade::engine
