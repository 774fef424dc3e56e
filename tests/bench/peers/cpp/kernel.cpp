// SPDX-License-Identifier: Apache-2.0
// A block of profiles at a time, so that what lies between two rules stays in the nearest cache;
// every loop is one that the compiler makes vector instructions of.
#include "tests/bench/peers/cpp/kernel.hpp"

#include <bit>
#include <limits>

namespace peer {
namespace {

using RuleCode = void (*)(const Facts&, std::size_t first, double* out);

struct Rule {
    std::string_view name;
    double points;
    RuleCode share;
    RuleCode applies;  // 1 or 0; null where it always does
};

struct Pillar {
    std::string_view id;
    double weight;
    std::size_t rules;
};

double least(double a, double b) {
    return b < a ? b : a;
}

double greatest(double a, double b) {
    return b > a ? b : a;
}

#include "rules.inc"

static_assert(Rules.size() == RuleCount && Pillars.size() == PillarCount);

using Values = std::array<double, Block>;

struct Scratch {
    std::array<Values, RuleCount> share;
    std::array<Values, RuleCount> applies;
    Values sum;
    Values unit;
    std::array<Values, Gaps> missing;  // the most so far, tagged
    Want want;
};

// The last six bits of a number of points say whose it is, so that the greatest of several takes
// one instruction. They tell apart what differs by 1e-14 of it; of equals the first rule counts.
constexpr std::uint64_t Tag = 63;

double tagged(double missing, std::uint64_t rule) {
    return std::bit_cast<double>((std::bit_cast<std::uint64_t>(missing) & ~Tag) | (Tag - rule));
}

std::uint8_t rule_of(double tagged) {
    const auto bits = std::bit_cast<std::uint64_t>(tagged);
    return (bits & ~Tag) == 0 ? NoGap : static_cast<std::uint8_t>(Tag - (bits & Tag));
}

void run_rules(const Facts& facts, std::size_t first, std::size_t from, std::size_t to,
               Scratch& s) {
    s.sum.fill(0);
    for (std::size_t r = from; r < to; ++r) {
        const auto& rule = Rules[r];
        rule.share(facts, first, s.share[r].data());
        if (rule.applies == nullptr) {
            for (auto& sum : s.sum)
                sum += rule.points;
        } else {
            auto& applies = s.applies[r];
            rule.applies(facts, first, applies.data());
            for (std::size_t i = 0; i < Block; ++i)
                s.sum[i] += applies[i] * rule.points;
        }
    }
}

void keep_most(const Values& missing, std::size_t rule, Scratch& s) {
    auto& [most, second, third] = s.missing;
    for (std::size_t i = 0; i < Block; ++i) {
        const double gap = tagged(missing[i], rule);
        third[i] = greatest(third[i], least(second[i], gap));
        second[i] = greatest(second[i], least(most[i], gap));
        most[i] = greatest(most[i], gap);
    }
}

void give_points(std::size_t r, double* points, double* pillar, Scratch& s) {
    const auto& rule = Rules[r];
    const auto& share = s.share[r];
    Values missing;
    if (rule.applies == nullptr) {
        for (std::size_t i = 0; i < Block; ++i) {
            const double full = rule.points * s.unit[i];
            points[i] = full * share[i];
            pillar[i] += points[i];
            missing[i] = full - points[i];
        }
    } else {
        const auto& applies = s.applies[r];
        for (std::size_t i = 0; i < Block; ++i) {
            const bool counts = applies[i] != 0;
            const double full = rule.points * s.unit[i];
            const double earned = full * share[i];
            points[i] = counts ? earned : std::numeric_limits<double>::quiet_NaN();
            pillar[i] += counts ? earned : 0;
            missing[i] = counts ? full - earned : 0;
        }
    }
    if (s.want == Want::PointsAndGaps) keep_most(missing, r, s);
}

void score_pillar(const Facts& facts, std::size_t first, std::size_t p, std::size_t from,
                  Results& results, Scratch& s) {
    const auto to = from + Pillars[p].rules;
    auto* pillar = results.pillars[p].data() + first;
    auto* total = results.total.data() + first;
    run_rules(facts, first, from, to, s);
    for (std::size_t i = 0; i < Block; ++i) {
        s.unit[i] = Pillars[p].weight / s.sum[i];
        pillar[i] = 0;
    }
    for (std::size_t r = from; r < to; ++r)
        give_points(r, results.points[r].data() + first, pillar, s);
    for (std::size_t i = 0; i < Block; ++i)
        total[i] += pillar[i];
}

void score_block(const Facts& facts, std::size_t first, Results& results, Scratch& s) {
    for (auto& missing : s.missing)
        missing.fill(0);
    for (std::size_t i = 0; i < Block; ++i)
        results.total[first + i] = 0;
    std::size_t from = 0;
    for (std::size_t p = 0; p < PillarCount; ++p) {
        score_pillar(facts, first, p, from, results, s);
        from += Pillars[p].rules;
    }
    for (std::size_t g = 0; g < Gaps && s.want == Want::PointsAndGaps; ++g) {
        for (std::size_t i = 0; i < Block; ++i)
            results.gaps[g][first + i] = rule_of(s.missing[g][i]);
    }
}

}  // namespace

void Results::make_room(std::size_t rows) {
    const auto padded = (rows + Block - 1) / Block * Block;
    if (total.size() >= padded) return;
    total.resize(padded);
    for (auto& pillar : pillars)
        pillar.resize(padded);
    for (auto& rule : points)
        rule.resize(padded);
    for (auto& gap : gaps)
        gap.resize(padded);
}

void score(const Facts& facts, Want want, Results& results) {
    static thread_local Scratch scratch;
    scratch.want = want;
    for (std::size_t first = 0; first < facts.rows; first += Block)
        score_block(facts, first, results, scratch);
}

std::string_view rule_name(std::size_t rule) {
    return Rules[rule].name;
}

std::string_view pillar_name(std::size_t pillar) {
    return Pillars[pillar].id;
}

}  // namespace peer
