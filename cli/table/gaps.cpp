// SPDX-License-Identifier: Apache-2.0
#include "cli/table/gaps.hpp"

#include <algorithm>
#include <functional>
#include <limits>

#include "engine/score/shared_points.hpp"

namespace colonnade::cli {
namespace {

constexpr auto Lanes = engine::SharedPoints::Lanes;

// The most that is missing in each lane is that of a rule of its own: no gap has less than the
// largest of them, as many as there are gaps.
static_assert(Lanes >= Gaps);

}  // namespace

// Few rules are candidates, and they are found without a branch, which would be taken at random.
std::array<std::size_t, Gaps> GapFinder::find(std::span<const double> points,
                                              std::span<const double> of) {
    const auto enough = lose(points, of);
    candidates_.resize(points.size() + 1);
    std::size_t count = 0;
    for (std::size_t r = 0; r < points.size(); ++r) {
        candidates_[count] = static_cast<std::uint32_t>(r);
        count += missing_[r] >= enough ? 1 : 0;
    }
    std::array<std::size_t, Gaps> gaps;
    gaps.fill(NoGap);
    std::array<double, Gaps> most{};
    for (std::size_t c = 0; c < count; ++c) {
        const std::size_t rule = candidates_[c];
        const auto missing = missing_[rule];
        if (!(missing > most.back())) continue;
        auto at = Gaps - 1;
        for (; at > 0 && missing > most[at - 1]; --at) {
            most[at] = most[at - 1];
            gaps[at] = gaps[at - 1];
        }
        most[at] = missing;
        gaps[at] = rule;
    }
    return gaps;
}

// What each rule has missing, and what a gap has at least.
double GapFinder::lose(std::span<const double> points, std::span<const double> of) {
    missing_.resize(points.size());
    std::array<double, Lanes> most{};
    const double* __restrict from = points.data();
    const double* __restrict from_of = of.data();
    double* __restrict missing = missing_.data();
    for (std::size_t at = 0; at < points.size(); at += Lanes) {
        for (std::size_t lane = 0; lane < Lanes; ++lane) {
            const auto lost = from_of[at + lane] - from[at + lane];
            missing[at + lane] = lost;
            most[lane] = lost > most[lane] ? lost : most[lane];
        }
    }
    std::nth_element(most.begin(), most.begin() + Gaps - 1, most.end(), std::greater<>());
    return std::max(most[Gaps - 1], std::numeric_limits<double>::denorm_min());
}

}  // namespace colonnade::cli
