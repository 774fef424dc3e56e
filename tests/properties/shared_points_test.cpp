// SPDX-License-Identifier: Apache-2.0
// Points are shared out as the reference says, whatever they are: full, none, a bit beside a round
// figure, equal in all but the last bits; of few parts and of many; with caps.
#include <rapidcheck/catch.h>

#include <cmath>
#include <numeric>
#include <string>

#include "engine/score/shared_points.hpp"
#include "tests/properties/dice.hpp"
#include "tests/support/reference_shares.hpp"

using namespace colonnade;
using namespace colonnade::tests;

namespace {

struct Parts {
    std::vector<double> points;
    std::vector<double> of;
};

double some_bits_beside(double value) {
    const int bits = between(-3, 3);
    for (int i = 0; i < std::abs(bits); ++i)
        value = std::nextafter(value, bits < 0 ? 0 : 200);
    return value;
}

double any_part() {
    return below(1'000'003) / 1'000'003.0;
}

// Of a pillar that is worth `whole`, shared by weights.
Parts make_parts(std::size_t size, double whole) {
    std::vector<double> weights;
    const bool are_alike = chance(30);
    for (std::size_t i = 0; i < size; ++i)
        weights.push_back(are_alike ? 1 : chance(50) ? 1 + below(5) : any_part() + 0.01);
    const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
    Parts parts;
    for (const double weight : weights) {
        double of = whole * (weight / all);
        if (chance(20)) of = std::round(of * 1e4) / 1e4;
        if (chance(30)) of = some_bits_beside(of);
        parts.of.push_back(of);
        const int kind = below(6);
        double points = of * any_part();
        if (kind == 0) points = 0;
        if (kind == 1) points = of;
        if (kind == 2) points = of * below(5) / 4;
        if (kind == 3) points = std::min(of, some_bits_beside(std::round(points * 1e3) / 1e3));
        parts.points.push_back(points);
    }
    return parts;
}

std::int64_t rounded_sum(const std::vector<double>& parts, double scale) {
    return std::llround(std::accumulate(parts.begin(), parts.end(), 0.0) * scale);
}

// Between the parts are some without points, which must not matter.
class Spread {
public:
    explicit Spread(const Parts& parts) {
        for (std::size_t i = 0; i < parts.points.size(); ++i) {
            while (chance(10))
                add(engine::NoPoints, engine::NoPoints);
            places_.push_back(points_.size());
            add(parts.points[i], parts.of[i]);
        }
    }

    void check(engine::SharedPoints& shared, const ReferenceShares& expected, std::int64_t sum,
               std::int64_t sum_of) const {
        shared.share_out(points_, of_, sum, sum_of);
        check(shared.points(), expected.points);
        check(shared.of(), expected.of);
    }

private:
    void add(double points, double of) {
        points_.push_back(points);
        of_.push_back(of);
    }

    void check(std::span<const std::int32_t> units,
               const std::vector<std::int64_t>& expected) const {
        std::size_t next = 0;
        for (std::size_t i = 0; i < units.size(); ++i) {
            const bool is_part = next < places_.size() && places_[next] == i;
            const auto wanted = is_part ? expected[next++] : engine::NoUnits;
            if (units[i] != wanted)
                RC_FAIL("part " + std::to_string(i) + ": " + std::to_string(units[i]) + ", not " +
                        std::to_string(wanted));
        }
    }

    std::vector<double> points_;
    std::vector<double> of_;
    std::vector<std::size_t> places_;
};

}  // namespace

TEST_CASE("points are shared out as the reference says", "[properties]") {
    const auto agree = [](std::size_t most) {
        const int decimals = chance(70) ? 4 : 1;
        const engine::Decimals scale(decimals);
        engine::SharedPoints shared(scale);
        for (int use = 0; use < 4; ++use) {
            const auto parts = make_parts(static_cast<std::size_t>(below(static_cast<int>(most))),
                                          chance(50) ? 25 : 100 * any_part());
            const Spread spread(parts);
            auto sum = rounded_sum(parts.points, scale.scale());
            if (chance(20)) sum += between(-5, 5);
            if (chance(10)) sum = static_cast<std::int64_t>(any_part() * static_cast<double>(sum));
            auto sum_of = rounded_sum(parts.of, scale.scale());
            if (chance(10)) sum_of += between(-5, 5);
            const auto expected =
                reference_shares(parts.points, parts.of, sum, sum_of, scale.scale());
            spread.check(shared, expected, sum, sum_of);
        }
    };
    rc::prop("of few parts", [&] { agree(14); });
    rc::prop("of many parts", [&] { agree(90); });
}

TEST_CASE("what is equal in all but the last bits is shared out in order", "[properties]") {
    engine::SharedPoints shared(engine::Decimals(4));
    const std::vector<double> points{33.333333333333329, 33.333333333333336, 33.333333333333343,
                                     engine::NoPoints};
    shared.share_out(points, points, 1'000'000, 1'000'000);
    CHECK(std::vector(shared.points().begin(), shared.points().end()) ==
          std::vector<std::int32_t>{333'334, 333'333, 333'333, engine::NoUnits});
}
