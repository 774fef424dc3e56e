// SPDX-License-Identifier: Apache-2.0
#include "cli/table/gaps.hpp"

#include "engine/evaluate/vectors.hpp"

namespace colonnade::cli {
namespace {

static_assert(Gaps == 3);

template <class T>
using Column = std::array<T, GapFinder::MostRows>;

// A rule takes the place of one that has less missing, which moves on. Every place is written, that
// of one who stays, too: nothing here is a branch.
COLONNADE_WIDE void look_at(const engine::PartColumn& part, std::size_t begin, std::int64_t rule,
                            std::size_t rows, std::array<Column<double>, Gaps>& missing,
                            std::array<Column<std::int64_t>, Gaps>& rules) {
    const double* points = part.points + begin;
    const double* of = part.of + begin;
    const auto* state = part.state + begin;
    for (std::size_t row = 0; row < rows; ++row) {
        const double all_lost = of[row] * part.of_times - points[row];
        const double lost = state[row] == part.present ? all_lost : 0;
        const double first = missing[0][row];
        const double second = missing[1][row];
        const double third = missing[2][row];
        const double not_second = lost > third ? lost : third;
        const double not_first = lost > second ? lost : second;
        missing[0][row] = lost > first ? lost : first;
        missing[1][row] = lost > first ? first : not_first;
        missing[2][row] = lost > second ? second : not_second;
        const auto first_rule = rules[0][row];
        const auto second_rule = rules[1][row];
        const auto third_rule = rules[2][row];
        const auto rule_not_second = lost > third ? rule : third_rule;
        const auto rule_not_first = lost > second ? rule : second_rule;
        rules[0][row] = lost > first ? rule : first_rule;
        rules[1][row] = lost > first ? first_rule : rule_not_first;
        rules[2][row] = lost > second ? second_rule : rule_not_second;
    }
}

}  // namespace

void GapFinder::find(std::span<const engine::PartColumn> rules,
                     const engine::SharedColumns::Block& block) {
    missing_ = {};
    for (auto& column : rules_)
        column.fill(NoGap);
    for (std::size_t r = 0; r < rules.size(); ++r)
        look_at(rules[r], block.first, static_cast<std::int64_t>(r), block.rows, missing_, rules_);
}

}  // namespace colonnade::cli
