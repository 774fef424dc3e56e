// SPDX-License-Identifier: Apache-2.0
#include "cli/render/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/render/canvas.hpp"
#include "cli/render/labels.hpp"
#include "engine/explain/value_text.hpp"
#include "engine/explain/words.hpp"
#include "engine/score/decimals.hpp"

namespace colonnade::cli {
namespace {

// Whole percent, never better than it is.
int percent_up(double share) {
    return static_cast<int>(std::ceil(share * 100 - engine::Decimals::Slack));
}

}  // namespace

std::string as_of_text(const engine::Result& result) {
    return engine::value_text(static_cast<double>(result.as_of), {dsl::Kind::Date}, {},
                              result.language);
}

std::string assessed_text(const engine::Result& result) {
    return fmt::format("{} {}",
                       engine::value_text(result.assessed, {dsl::Kind::Share}, {}, result.language),
                       labels_in(result.language).assessed);
}

std::string interval_text(const engine::Result& result) {
    return interval_text(result.low, result.high, result.language);
}

std::string interval_text(double low, double high, std::string_view language) {
    const auto& labels = labels_in(language);
    return fmt::format("{} {} {} {}", labels.between, points_text(low, language), labels.and_word,
                       points_text(high, language));
}

std::string rating_span(const engine::Result& result) {
    if (!result.rating_low || !result.rating_high) return rating_text(result.rating);
    if (result.rating_low->id == result.rating_high->id) return rating_text(result.rating);
    return fmt::format("{} … {}", rating_text(result.rating_low), rating_text(result.rating_high));
}

std::string unknown_text(const engine::Result& result, std::size_t most) {
    const auto& labels = labels_in(result.language);
    std::string list;
    for (std::size_t i = 0; i < std::min(most, result.unknown.size()); ++i) {
        const auto& fact = result.unknown[i];
        list += fmt::format("{}{} ({} {})", i == 0 ? "" : ", ", fact.title,
                            points_text(fact.points, result.language), labels.points);
    }
    if (result.unknown.size() > most)
        list += fmt::format(", {} {}", result.unknown.size() - most, labels.more);
    return list;
}

std::string rank_text(const engine::RankResult& rank, std::string_view language) {
    const auto& labels = labels_in(language);
    const auto name = rank.name.empty() ? std::string(labels.everyone) : clean(rank.name);
    const auto place = fmt::format(fmt::runtime(labels.top), percent_up(rank.top), name);
    return fmt::format("{} ({} {}, {} {})", place,
                       engine::number_text(static_cast<double>(rank.members), 0, language),
                       labels.people, labels.average, points_text(rank.average, language));
}

std::string rule_value_text(const engine::RuleResult& rule, std::string_view language) {
    using engine::Status;
    const auto& labels = labels_in(language);
    switch (rule.status) {
        case Status::NotApplicable:
            return std::string(labels.not_applicable);
        case Status::Error:
            return fmt::format("{}: {}", labels.error, rule.failure);
        case Status::Unknown:
            return std::string(labels.unknown_value);
        case Status::Assessed:
            break;
    }
    auto text = rule.by_default ? std::string(labels.by_default) : rule.shown;
    if (rule.share < 1 && !rule.target.empty() && !rule.type.is(dsl::Kind::YesNo)) {
        text += fmt::format("; {}: {}", labels.target, rule.target);
    }
    if (rule.left_out > 0) text += fmt::format("; {} {}", rule.left_out, labels.left_out);
    return text;
}

}  // namespace colonnade::cli
