// SPDX-License-Identifier: Apache-2.0
#include "engine/cases/reason.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/explain/value_text.hpp"
#include "engine/score/in_force.hpp"

namespace colonnade::engine {
namespace {

// More than this nobody reads in a line about a failed test.
constexpr std::size_t MostNamed = 6;

std::string joined(std::vector<std::string> parts) {
    if (parts.size() <= MostNamed) return fmt::format("{}", fmt::join(parts, ", "));
    const auto more = parts.size() - MostNamed;
    parts.resize(MostNamed);
    return fmt::format("{}, {} more", fmt::join(parts, ", "), more);
}

std::string points_text(double points, double of) {
    return fmt::format("{:.1f} of {:.1f} points", points, of);
}

std::string unknown_facts(const ScoredBatch& scored, std::size_t rule) {
    std::vector<std::string> names;
    for (const int fact : unknown_facts_of(scored, rule, 0))
        names.push_back(scored.loaded().catalogue.facts[static_cast<std::size_t>(fact)].name);
    return names.empty() ? "the measure has no value" : "unknown: " + joined(std::move(names));
}

const dsl::Rule& rule_at(const ScoredBatch& scored, std::size_t rule) {
    auto left = rule;
    const auto& pillars = scored.loaded().rulebook.pillars;
    auto pillar = pillars.begin();
    while (left >= pillar->rules.size())
        left -= (pillar++)->rules.size();
    return pillar->rules[left];
}

}  // namespace

std::string_view status_text(Status status) {
    switch (status) {
        case Status::Assessed:
            return "assessed";
        case Status::NotApplicable:
            return "not applicable";
        case Status::Error:
            return "in error";
        case Status::Unknown:
            break;
    }
    return "unknown";
}

std::string reason_of_total(const Result& result) {
    std::vector<std::string> parts;
    for (const auto& pillar : result.pillars) {
        parts.push_back(
            pillar.points ? fmt::format("{} {:.1f} of {:.1f}", pillar.id, *pillar.points, pillar.of)
                          : fmt::format("{} not assessed", pillar.id));
    }
    return joined(std::move(parts));
}

std::string reason_of_unknown(const Result& result) {
    std::vector<std::string> facts;
    for (const auto& unknown : result.unknown)
        facts.push_back(unknown.fact);
    return facts.empty() ? "every fact that counts is known"
                         : "unknown: " + joined(std::move(facts));
}

std::string reason_of_pillar(const PillarResult& pillar) {
    std::vector<std::string> parts;
    for (const auto& rule : pillar.rules) {
        if (rule.status == Status::Assessed)
            parts.push_back(fmt::format("{} {:.1f} of {:.1f}", rule.id, rule.points, rule.of));
    }
    if (pillar.withheld < 0)
        parts.insert(parts.begin(), fmt::format("{:.1f} withheld by a cap", -pillar.withheld));
    return parts.empty() ? "no rule of it is assessed" : joined(std::move(parts));
}

std::string reason_of_rule(const ScoredBatch& scored, std::size_t rule, const RuleResult& result) {
    const auto& read = rule_at(scored, rule);
    switch (result.status) {
        case Status::Error:
            return result.failure;
        case Status::Unknown:
            return unknown_facts(scored, rule);
        case Status::NotApplicable:
            return is_in_force(read, scored.batch().as_of[0]) ? "its `if` is false"
                                                              : "not in force on that day";
        case Status::Assessed:
            break;
    }
    const auto points = fmt::format("{} ({})", points_text(result.points, result.of),
                                    value_text(result.share, {dsl::Kind::Share}, {}, "en"));
    if (result.by_default) return "unknown, taken as none: " + points;
    const auto target = target_text(read.curve, result.type, TargetStyle::Full, "en");
    return fmt::format("value {}{}, {}",
                       value_text(*result.value, result.type, read.curve.display, "en"),
                       target.empty() || read.is_pass ? "" : ", target " + target, points);
}

std::string reason_of_tips(const ScoredBatch& scored, const Result& result,
                           const std::vector<std::string>& rules) {
    std::vector<std::string> parts;
    std::size_t index = 0;
    for (const auto& pillar : result.pillars) {
        for (const auto& rule : pillar.rules) {
            const auto name = pillar.id + "." + rule.id;
            const auto of_rule = index++;
            if (std::find(rules.begin(), rules.end(), name) == rules.end()) continue;
            const auto tip = std::find_if(result.tips.begin(), result.tips.end(),
                                          [&](const auto& t) { return t.rule == name; });
            const auto place = tip - result.tips.begin() + 1;
            if (tip == result.tips.end()) {
                parts.push_back(
                    fmt::format("{}: no tip ({})", rule.id, reason_of_rule(scored, of_rule, rule)));
            } else if (tip->gain) {
                parts.push_back(fmt::format("{}: tip {}, +{:.1f} in {:.0f} minutes", rule.id, place,
                                            *tip->gain, tip->total_minutes));
            } else {
                parts.push_back(fmt::format("{}: tip {}, gain unknown", rule.id, place));
            }
        }
    }
    return fmt::format("{} in all{}{}", result.tips.size(), parts.empty() ? "" : "; ",
                       fmt::join(parts, "; "));
}

std::string reason_of_cautions(const ScoredBatch& scored,
                               const std::vector<std::string>& cautions) {
    std::vector<std::string> parts;
    const auto& loaded = scored.loaded();
    for (std::size_t c = 0; c < loaded.rulebook.cautions.size(); ++c) {
        const auto& caution = loaded.rulebook.cautions[c];
        const auto& when = scored.evaluator().slot(loaded.program.cautions[c]);
        const bool named =
            std::find(cautions.begin(), cautions.end(), caution.id) != cautions.end();
        const bool raised = when.known[0] != 0 && when.value[0] != 0;
        if (!named && !raised) continue;
        if (const auto* why = scored.evaluator().failure(loaded.program.cautions[c], 0)) {
            parts.push_back(fmt::format("{}: {}", caution.id, *why));
            continue;
        }
        if (when.known[0] == 0 || caution.value < 0) {
            parts.push_back(fmt::format("{}: {}", caution.id,
                                        when.known[0] == 0 ? "unknown"
                                        : raised           ? "true"
                                                           : "false"));
            continue;
        }
        const int value = loaded.program.places[static_cast<std::size_t>(caution.value)];
        const auto& type = loaded.program.at(value).type;
        const auto shown =
            type.is(dsl::Kind::Text)
                ? std::string(scored.evaluator().text(value).value[0])
                : value_text(scored.evaluator().slot(value).value[0], type, caution.display, "en");
        parts.push_back(fmt::format("{}: {}", caution.id, shown));
    }
    return parts.empty() ? "none is raised" : joined(std::move(parts));
}

}  // namespace colonnade::engine
