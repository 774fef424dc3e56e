// SPDX-License-Identifier: Apache-2.0
#include "engine/cases/coverage.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/cases/own_parts.hpp"
#include "engine/cases/segments.hpp"
#include "engine/score/in_force.hpp"

namespace colonnade::engine {
namespace {

constexpr std::string_view AsNone = "unknown, taken as none";

}  // namespace

std::size_t CoverageGroup::touched() const {
    return static_cast<std::size_t>(
        std::count_if(items.begin(), items.end(), [](const auto& item) { return item.touched; }));
}

Coverage::Coverage(const LoadedRulebook& loaded)
    : loaded_(loaded), own_(own_parts(loaded.document)) {
    for (const auto* name : {"rules", "curve segments", "conditions", "cautions", "caps"})
        groups_.push_back({name, {}});
    const auto possible = possible_values(loaded.rulebook, loaded.catalogue, loaded.program);
    for (const auto& pillar : loaded.rulebook.pillars) {
        for (const auto& rule : pillar.rules) {
            const auto& values = possible.rules[names_.size()];
            names_.push_back(pillar.id + "." + rule.id);
            add_rule(rule, names_.back(), values);
        }
    }
    for (std::size_t c = 0; c < loaded.rulebook.cautions.size(); ++c)
        add_yes_no(Cautions, loaded.rulebook.cautions[c].id, possible.cautions[c], "raised",
                   "not raised");
    add_texts();
    places_.resize(groups_.size());
}

void Coverage::add_rule(const dsl::Rule& rule, const std::string& name,
                        const PossibleValues::OfRule& possible) {
    add(Rules, name, {}, {});
    const auto& type = loaded_.rulebook.nodes.at(rule.measure).type;
    const auto& values = possible.measure;
    for (std::size_t s = 0; s < segment_count(rule); ++s) {
        if (!values.has_value() || can_reach(rule, s, values))
            add(Segments, name, std::to_string(s), segment_text(rule, s, type));
    }
    if (rule.unknown == dsl::UnknownPolicy::None) add(Segments, name, AsNone, std::string(AsNone));
    if (rule.condition >= 0)
        add_yes_no(Conditions, name, possible.condition, "applies", "does not apply");
    if (rule.from || rule.until) {
        add(Conditions, name, "in force", "in force");
        add(Conditions, name, "not in force", "not in force");
    }
    if (rule.cap) {
        add(Caps, name, "bites", "bites");
        add(Caps, name, "does not bite", "does not bite");
    }
}

void Coverage::add_yes_no(std::size_t group, const std::string& what, const Interval& values,
                          std::string_view yes, std::string_view no) {
    if (values.can_be_yes()) add(group, what, yes, std::string(yes));
    if (values.can_be_no()) add(group, what, no, std::string(no));
}

void Coverage::add_texts() {
    for (const auto& language : loaded_.rulebook.languages) {
        const auto group = groups_.size();
        groups_.push_back({fmt::format("texts in {}", language), {}});
        std::size_t index = 0;
        for (const auto& pillar : loaded_.rulebook.pillars) {
            for (const auto& rule : pillar.rules) {
                if (!rule.tip.empty()) add(group, names_[index], "tip", "tip");
                ++index;
            }
        }
        for (const auto& caution : loaded_.rulebook.cautions)
            add(group, caution.id, "caution", "caution");
    }
}

void Coverage::add(std::size_t group, const std::string& what, std::string_view key,
                   std::string part) {
    auto& items = groups_[group].items;
    places_.resize(groups_.size());
    places_[group].emplace(fmt::format("{} {}", what, key), items.size());
    items.push_back({what, std::move(part), !own_.contains(what)});
}

void Coverage::touch(std::size_t group, const std::string& what, std::string_view key) {
    const auto& places = places_[group];
    const auto found = places.find(fmt::format("{} {}", what, key));
    if (found != places.end()) groups_[group].items[found->second].touched = true;
}

void Coverage::note(const ScoredBatch& scored) {
    std::size_t index = 0;
    for (const auto& pillar : loaded_.rulebook.pillars) {
        for (const auto& rule : pillar.rules) {
            note_rule(rule, names_[index], index, scored);
            ++index;
        }
    }
    for (std::size_t c = 0; c < loaded_.rulebook.cautions.size(); ++c)
        note_yes_no(Cautions, loaded_.rulebook.cautions[c].id, loaded_.program.cautions[c], scored,
                    "raised", "not raised");
}

void Coverage::note_rule(const dsl::Rule& rule, const std::string& name, std::size_t index,
                         const ScoredBatch& scored) {
    const auto& compiled = loaded_.program.rules[index];
    if (compiled.condition >= 0)
        note_yes_no(Conditions, name, compiled.condition, scored, "applies", "does not apply");
    if (rule.from || rule.until)
        touch(Conditions, name,
              is_in_force(rule, scored.batch().as_of[0]) ? "in force" : "not in force");
    const auto& score = scored.score(0).rules[index];
    if (score.status != Status::Assessed) return;
    touch(Rules, name, {});
    const auto& slot = scored.evaluator().slot(compiled.measure);
    if (score.by_default) {
        touch(Segments, name, AsNone);
        return;
    }
    touch(Segments, name, std::to_string(segment_at(rule, slot.value[0])));
    if (!rule.cap) return;
    const auto pillar = static_cast<std::size_t>(compiled.pillar);
    const bool bites = score.share == 0 && scored.score(0).pillars[pillar].withheld < 0;
    touch(Caps, name, bites ? "bites" : "does not bite");
}

void Coverage::note_yes_no(std::size_t group, const std::string& what, int instruction,
                           const ScoredBatch& scored, std::string_view yes, std::string_view no) {
    const auto& slot = scored.evaluator().slot(instruction);
    if (slot.known[0] != 0) touch(group, what, slot.value[0] != 0 ? yes : no);
}

void Coverage::note_texts(const Result& result) {
    const auto& languages = loaded_.rulebook.languages;
    const auto at = std::find(languages.begin(), languages.end(), result.language);
    const auto group = FirstText + static_cast<std::size_t>(at - languages.begin());
    for (const auto& tip : result.tips)
        touch(group, tip.rule, "tip");
    for (const auto& caution : result.cautions)
        touch(group, caution.id, "caution");
}

std::vector<CoverageGroup> Coverage::groups() const {
    std::vector<CoverageGroup> filled;
    for (const auto& group : groups_) {
        if (!group.items.empty()) filled.push_back(group);
    }
    return filled;
}

std::size_t Coverage::touched() const {
    std::size_t count = 0;
    for (const auto& group : groups_)
        count += group.touched();
    return count;
}

std::size_t Coverage::total() const {
    std::size_t count = 0;
    for (const auto& group : groups_)
        count += group.items.size();
    return count;
}

}  // namespace colonnade::engine
