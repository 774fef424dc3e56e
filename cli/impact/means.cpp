// SPDX-License-Identifier: Apache-2.0
#include "cli/impact/means.hpp"

#include <algorithm>
#include <numeric>

#include "engine/score/decimals.hpp"

namespace colonnade::cli {
namespace {

// Sums are in units of so many decimals.
constexpr int SumDecimals = 4;

std::int64_t floor_of(std::int64_t sum, std::int64_t divisor) {
    const auto quotient = sum / divisor;
    return sum % divisor < 0 ? quotient - 1 : quotient;
}

// Halves away from zero, as points are rounded.
std::int64_t round_of(std::int64_t sum, std::int64_t divisor) {
    const auto size = std::abs(sum) / divisor;
    const auto rest = std::abs(sum) % divisor;
    const auto rounded = rest >= divisor - rest ? size + 1 : size;
    return sum < 0 ? -rounded : rounded;
}

}  // namespace

std::vector<std::int64_t> shared_quotients(std::span<const std::int64_t> sums,
                                           std::int64_t divisor) {
    std::vector<std::int64_t> quotients;
    for (const auto sum : sums)
        quotients.push_back(floor_of(sum, divisor));
    std::vector<std::size_t> order(sums.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto remainder = [&](std::size_t i) { return sums[i] - quotients[i] * divisor; };
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return remainder(a) > remainder(b); });
    auto missing = round_of(std::accumulate(sums.begin(), sums.end(), std::int64_t{0}), divisor) -
                   std::accumulate(quotients.begin(), quotients.end(), std::int64_t{0});
    std::vector<std::int64_t> shared = quotients;
    for (const auto i : order) {
        if (missing-- <= 0) break;
        ++shared[i];
    }
    return shared;
}

Means means_of(const Changes& changes, int decimals) {
    Means means;
    means.rules.resize(changes.rules.size());
    if (changes.compared == 0) return means;
    auto divisor = static_cast<std::int64_t>(changes.compared);
    for (int i = decimals; i < SumDecimals; ++i)
        divisor *= 10;
    std::vector<std::int64_t> sums;
    for (const auto& rule : changes.rules)
        sums.push_back(rule.sum);
    sums.push_back(changes.caps);
    const auto shared = shared_quotients(sums, divisor);
    const auto move = std::accumulate(shared.begin(), shared.end(), std::int64_t{0});
    const auto before = round_of(changes.before, divisor);
    const engine::Decimals shown(decimals);
    means.before = shown.value(before);
    means.move = shown.value(move);
    means.after = shown.value(before + move);
    std::transform(shared.begin(), shared.end() - 1, means.rules.begin(),
                   [&](auto units) { return shown.value(units); });
    means.caps = shown.value(shared.back());
    return means;
}

}  // namespace colonnade::cli
