// SPDX-License-Identifier: Apache-2.0
#include "cli/html/report.hpp"

#include "engine/phrase/phrase.hpp"

namespace colonnade::cli {
namespace {

RulePicture picture_of(const engine::LoadedRulebook& loaded, const dsl::Rule& rule,
                       const engine::RuleResult& result, std::string_view language) {
    RulePicture picture;
    picture.measure =
        engine::phrase_of(loaded.rulebook, loaded.catalogue, rule.measure, language).text;
    const auto& type = loaded.rulebook.nodes.at(rule.measure).type;
    if (!type.is(dsl::Kind::YesNo) && !type.is_error())
        picture.chart = chart_of(rule.curve, type, result.value, language);
    return picture;
}

Reading reading_of(engine::Result result, const engine::LoadedRulebook& loaded) {
    Reading reading{std::move(result), {}, {}};
    const auto& pillars = loaded.rulebook.pillars;
    for (std::size_t p = 0; p < pillars.size(); ++p) {
        for (std::size_t r = 0; r < pillars[p].rules.size(); ++r) {
            reading.rules.push_back(picture_of(loaded, pillars[p].rules[r],
                                               reading.result.pillars[p].rules[r],
                                               reading.result.language));
        }
    }
    return reading;
}

}  // namespace

Report report_of(engine::Result result, const ScoredProfile& profile, const Session& session,
                 const std::optional<LinkedinSsi>& ssi) {
    Report report{{reading_of(std::move(result), session.loaded)}, ssi, {}};
    for (const auto& language : session.loaded.rulebook.languages) {
        if (language == session.language || report.readings.size() == MostReadings) continue;
        auto other = profile.explain(language);
        other.ranks = report.readings.front().result.ranks;
        report.readings.push_back(reading_of(std::move(other), session.loaded));
    }
    return report;
}

void add_plan(Report& report, const ScoredProfile& profile, const engine::PlanGoal& goal) {
    if (!report.readings.front().result.score) return;
    std::vector<std::string> languages;
    for (const auto& reading : report.readings)
        languages.push_back(reading.result.language);
    auto plans = engine::make_plans(*profile.scored, goal, languages);
    for (std::size_t i = 0; i < plans.size(); ++i)
        report.readings[i].plan = std::move(plans[i]);
}

}  // namespace colonnade::cli
