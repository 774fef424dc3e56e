// SPDX-License-Identifier: Apache-2.0
#include "engine/cohort/cohort_counter.hpp"

#include <algorithm>

#include "engine/score/provisional.hpp"

namespace colonnade::engine {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view White = " \t\r\n";
    const auto first = text.find_first_not_of(White);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(White) - first + 1);
}

}  // namespace

std::string_view group_of(const Column& fact, std::size_t row) {
    if (!fact.known.test(row)) return {};
    if (fact.kind == dsl::Kind::Text) return trimmed(fact.text_at(row));
    return fact.category->values.at(static_cast<std::size_t>(fact.categories[row]));
}

void CohortCounter::add(const Batch& batch, const ScoreColumns& scores) {
    for (std::size_t row = 0; row < batch.rows; ++row) {
        if (choice_.ids == nullptr || choice_.ids->contains(batch.ids[row]))
            add_row(batch, scores, row);
    }
}

void CohortCounter::add_row(const Batch& batch, const ScoreColumns& scores, std::size_t row) {
    if (scores.assessed[row] == 0) {
        ++cohort_.left_out.not_assessed;
        return;
    }
    if (is_provisional(scores.share_assessed[row])) {
        ++cohort_.left_out.provisional;
        return;
    }
    const auto as_of = batch.as_of[row] / MicrosPerSecond;
    cohort_.first_as_of = std::min(cohort_.first_as_of.value_or(as_of), as_of);
    cohort_.last_as_of = std::max(cohort_.last_as_of.value_or(as_of), as_of);
    cohort_.everyone.add(scores, row);
    if (choice_.fact < 0) return;
    const auto group = group_of(batch.facts[static_cast<std::size_t>(choice_.fact)], row);
    if (!group.empty()) add_to_group(group, scores, row);
}

void CohortCounter::add_to_group(std::string_view group, const ScoreColumns& scores,
                                 std::size_t row) {
    auto found = cohort_.groups.find(group);
    if (found == cohort_.groups.end()) {
        too_many_groups_ = too_many_groups_ || cohort_.groups.size() >= MostGroups;
        if (too_many_groups_) return;
        found = cohort_.groups.try_emplace(std::string(group)).first;
    }
    found->second.add(scores, row);
}

}  // namespace colonnade::engine
