// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/explain/result.hpp"

namespace colonnade::engine {
namespace {

// Values that differ from a rounded one only by the last bits of a double are that value.
constexpr double Slack = 1e-9;

using Parts = std::vector<double*>;

class Decimals {
public:
    explicit Decimals(int decimals) {
        for (int i = 0; i < decimals; ++i)
            scale_ *= 10;
    }
    [[nodiscard]] std::int64_t units(double value) const { return std::llround(value * scale_); }
    [[nodiscard]] double value(std::int64_t units) const {
        return static_cast<double>(units) / scale_;
    }
    [[nodiscard]] double round(double v) const { return value(units(v)); }
    [[nodiscard]] double down(double v) const {
        return value(static_cast<std::int64_t>(std::floor(v * scale_ + Slack)));
    }
    [[nodiscard]] double up(double v) const {
        return value(static_cast<std::int64_t>(std::ceil(v * scale_ - Slack)));
    }

    // Rounds the parts so that they sum to `total` units: each down, then the largest remainders
    // up; ties in order. Parts that would stay below their `least`, rounded already, come first.
    void share_out(const Parts& parts, std::int64_t total, const Parts& least = {}) const {
        std::vector<std::int64_t> units(parts.size());
        std::vector<double> remainders(parts.size());
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const double exact = *parts[i] * scale_;
            units[i] = static_cast<std::int64_t>(std::floor(exact + Slack));
            remainders[i] = exact - static_cast<double>(units[i]);
            sum += units[i];
        }
        std::vector<std::size_t> order(parts.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const auto is_short = [&](std::size_t i) {
            return !least.empty() && units[i] < this->units(*least[i]);
        };
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
            if (is_short(a) != is_short(b)) return is_short(a);
            return remainders[a] > remainders[b] + Slack;
        });
        for (std::size_t i = 0; i < order.size() && sum < total; ++i, ++sum)
            ++units[order[i]];
        // Rounding a cap away can leave less than the whole units; nothing falls below 0.
        for (std::size_t i = order.size(); i-- > 0 && sum > total;) {
            if (units[order[i]] <= 0) continue;
            --units[order[i]];
            --sum;
        }
        for (std::size_t i = 0; i < parts.size(); ++i)
            *parts[i] = value(units[i]);
    }

    // Points and what they are out of, both adding up; points above that go where there is room.
    void share_out_points(const Parts& points, std::int64_t sum, const Parts& of,
                          std::int64_t sum_of) const {
        share_out(points, sum);
        share_out(of, sum_of, points);
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (units(*points[i]) <= units(*of[i])) continue;
            for (std::size_t j = 0; j < points.size(); ++j) {
                if (units(*points[j]) >= units(*of[j])) continue;
                *points[i] = value(units(*points[i]) - 1);
                *points[j] = value(units(*points[j]) + 1);
                break;
            }
        }
    }

private:
    double scale_ = 1;
};

// `shown` is rounded already. Bounds that are one value are the shown one.
void round_bounds(const Decimals& d, const std::optional<double>& shown, double& low,
                  double& high) {
    const bool exact = low == high;
    low = d.down(low);
    high = d.up(high);
    if (!shown) return;
    low = exact ? *shown : std::min(low, *shown);
    high = exact ? *shown : std::max(high, *shown);
}

void round_pillar(const Decimals& d, PillarResult& pillar) {
    pillar.withheld = d.round(pillar.withheld);
    Parts points;
    Parts of;
    for (auto& rule : pillar.rules) {
        rule.worth = d.round(rule.worth);
        if (rule.status != Status::Assessed) continue;
        points.push_back(&rule.points);
        of.push_back(&rule.of);
    }
    round_bounds(d, pillar.points, pillar.low, pillar.high);
    if (!pillar.points) return;
    d.share_out_points(points, d.units(*pillar.points) - d.units(pillar.withheld), of,
                       d.units(pillar.of));
}

}  // namespace

bool Result::has_failures() const {
    if (!failed_cautions.empty()) return true;
    return std::any_of(pillars.begin(), pillars.end(), [](const PillarResult& pillar) {
        return std::any_of(pillar.rules.begin(), pillar.rules.end(),
                           [](const RuleResult& rule) { return rule.status == Status::Error; });
    });
}

void round_result(Result& result, int decimals) {
    const Decimals d(decimals);
    Parts points;
    Parts of;
    for (auto& pillar : result.pillars) {
        if (!pillar.points) continue;
        points.push_back(&*pillar.points);
        of.push_back(&pillar.of);
    }
    if (result.score) {
        result.score = d.round(*result.score);
        d.share_out_points(points, d.units(*result.score), of, d.units(100));
    }
    for (auto& pillar : result.pillars)
        round_pillar(d, pillar);
    round_bounds(d, result.score, result.low, result.high);
    for (auto& tip : result.tips) {
        if (!tip.score_after) continue;
        tip.score_after = d.round(*tip.score_after);
        tip.gain = d.round(*tip.score_after - result.score.value_or(0));
    }
    // A gain is the difference of what is shown, and no tip is shown for none.
    std::erase_if(result.tips, [](const TipResult& tip) { return tip.gain && !(*tip.gain > 0); });
    for (auto& fact : result.unknown)
        fact.points = d.round(fact.points);
}

}  // namespace colonnade::engine
