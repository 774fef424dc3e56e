// SPDX-License-Identifier: Apache-2.0
#include "cli/impact/count_changes.hpp"

#include <algorithm>

namespace colonnade::cli {

void ChangeCounter::add(const engine::Batch& batch, const engine::ScoreColumns& before,
                        const engine::ScoreColumns& after) {
    changes_.failed += after.failed;
    before_.open(before);
    after_.open(after);
    constexpr auto Most = ShownFigures::MostRows;
    for (std::size_t first = 0; first < batch.rows; first += Most) {
        const Side::Block block{first, std::min(Most, batch.rows - first)};
        before_.take(block);
        after_.take(block);
        for (std::size_t row = 0; row < block.rows; ++row) {
            before_.look_at(row);
            after_.look_at(row);
            add_person(batch.ids[first + row]);
        }
    }
}

void ChangeCounter::add_person(std::string_view id) {
    ++changes_.ratings[{before_.rating(), after_.rating()}];
    if (before_.is_scored() && after_.is_scored()) {
        compare(id);
    } else if (after_.is_scored()) {
        ++changes_.gained;
    } else if (before_.is_scored()) {
        ++changes_.lost;
    } else {
        ++changes_.without;
    }
}

void ChangeCounter::compare(std::string_view id) {
    ++changes_.compared;
    if (after_.is_provisional() && !before_.is_provisional()) ++changes_.became_provisional;
    if (before_.is_provisional() && !after_.is_provisional()) ++changes_.no_longer_provisional;
    changes_.before += before_.score();
    changes_.after += after_.score();
    changes_.moves.add(after_.tenths() - before_.tenths());
    changes_.movers.add(id, before_.tenths(), after_.tenths());
    compare_rules();
}

void ChangeCounter::compare_rules() {
    for (std::size_t r = 0; r < rules_.size(); ++r) {
        const auto& [name, before, after, rule] = rules_[r];
        auto& change = changes_.rules[r];
        change.sum += (after ? after_.rule(*after) : 0) - (before ? before_.rule(*before) : 0);
        const int tenths_before = before ? before_.rule_tenths(*before) : 0;
        const int tenths_after = after ? after_.rule_tenths(*after) : 0;
        change.people += tenths_before != tenths_after ? 1 : 0;
    }
    changes_.caps += after_.withheld() - before_.withheld();
}

}  // namespace colonnade::cli
