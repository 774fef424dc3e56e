// SPDX-License-Identifier: Apache-2.0
#include "cli/render/json/result.hpp"

#include "cli/json.hpp"
#include "cli/render/json/head.hpp"
#include "cli/render/linkedin_ssi.hpp"

namespace colonnade::cli {
namespace {

using engine::ExplainedPart;
using engine::Status;

// Version of the result's form.
constexpr int ResultVersion = 1;

// A piece of an expression with those inside it. Their depth is bounded by the parser.
JsonValue part_json(const ExplainedPart& part) {  // NOLINT(misc-no-recursion)
    auto json = JsonValue::object();
    json["text"] = part.piece;
    json["place"] = {{"file", part.file}, {"line", part.line}, {"column", part.column}};
    if (!part.define.empty()) json["define"] = part.define;
    if (part.seen_above) json["seen_above"] = true;
    json["type"] = dsl::text_of(part.type.kind);
    if (part.each) json["each"] = true;
    if (part.elements) {
        json["elements"] = {{"in", part.elements->in},
                            {"out", part.elements->out},
                            {"undecided", part.elements->undecided}};
    } else if (!part.each) {
        json["value"] = value_json(part.value, part.type);
        json["shown"] = part.shown;
    }
    for (const auto& fact : part.missing)
        json["missing"].push_back(fact.fact);
    for (const auto& inner : part.parts)
        json["parts"].push_back(part_json(inner));
    return json;
}

// The member `explain` of a rule. Precondition: the rule has its pieces.
JsonValue parts_json(const engine::RuleResult& rule) {
    auto json = JsonValue::object();
    json["measure"] = part_json(*rule.measure_part);
    if (rule.condition_part) json["if"] = part_json(*rule.condition_part);
    return json;
}

JsonValue rule_json(const engine::RuleResult& rule) {
    auto json = JsonValue::object();
    json["id"] = rule.id;
    json["title"] = rule.title;
    json["points"] = rule.points;
    json["of"] = rule.of;
    json["share"] = rule.status == Status::Assessed ? JsonValue(rule.share) : JsonValue(nullptr);
    json["status"] = text_of(rule.status);
    json["worth"] = rule.worth;
    json["value"] = value_json(rule.value, rule.type);
    json["shown"] = rule.shown;
    json["target"] = rule.target;
    json["rating"] = rating_json(rule.rating);
    if (rule.by_default) json["unknown_as_none"] = true;
    if (rule.left_out > 0) json["left_out"] = rule.left_out;
    if (!rule.because.empty()) json["because"] = rule.because;
    if (!rule.source.empty()) json["source"] = rule.source;
    if (!rule.evidence.empty()) json["evidence"] = rule.evidence;
    if (!rule.failure.empty()) json["failure"] = rule.failure;
    if (rule.measure_part) json["explain"] = parts_json(rule);
    return json;
}

JsonValue pillar_json(const engine::PillarResult& pillar) {
    auto json = JsonValue::object();
    json["id"] = pillar.id;
    json["title"] = pillar.title;
    json["score"] = number_json(pillar.points);
    json["of"] = pillar.of;
    json["low"] = pillar.low;
    json["high"] = pillar.high;
    json["rating"] = rating_json(pillar.rating);
    if (pillar.withheld != 0) json["withheld"] = pillar.withheld;
    json["rules"] = JsonValue::array();
    for (const auto& rule : pillar.rules)
        json["rules"].push_back(rule_json(rule));
    return json;
}

JsonValue tip_json(const engine::TipResult& tip) {
    auto json = JsonValue::object();
    json["rule"] = tip.rule;
    json["title"] = tip.title;
    json["text"] = tip.text;
    json["gain"] = number_json(tip.gain);
    json["score_after"] = number_json(tip.score_after);
    json["minutes"] = tip.minutes;
    json["per"] = text_of(tip.per);
    json["total_minutes"] = tip.total_minutes;
    if (!tip.needs.empty()) json["needs"] = tip.needs;
    return json;
}

JsonValue unknown_json(const engine::UnknownResult& unknown) {
    auto json = JsonValue::object();
    json["fact"] = unknown.fact;
    json["title"] = unknown.title;
    json["points"] = unknown.points;
    json["rules"] = unknown.rules;
    return json;
}

JsonValue rank_json(const engine::RankResult& rank) {
    JsonValue json{{"cohort", rank.by.empty() ? "everyone" : rank.by},
                   {"name", rank.name},
                   {"top", rank.top},
                   {"members", rank.members},
                   {"average", rank.average}};
    if (!rank.note.empty()) json["note"] = rank.note;
    return json;
}

JsonValue result_json(const engine::Result& result) {
    auto json = JsonValue::object();
    put_head(json, "result", ResultVersion, result);
    json["score"] = number_json(result.score);
    json["low"] = result.low;
    json["high"] = result.high;
    json["assessed"] = result.assessed;
    json["provisional"] = result.provisional;
    json["rating"] = rating_json(result.rating);
    for (const auto& rank : result.ranks)
        json["ranks"].push_back(rank_json(rank));
    json["pillars"] = JsonValue::array();
    for (const auto& pillar : result.pillars)
        json["pillars"].push_back(pillar_json(pillar));
    json["tips"] = JsonValue::array();
    for (const auto& tip : result.tips)
        json["tips"].push_back(tip_json(tip));
    json["cautions"] = JsonValue::array();
    for (const auto& caution : result.cautions) {
        json["cautions"].push_back(
            {{"id", caution.id}, {"title", caution.title}, {"text", caution.text}});
    }
    for (const auto& caution : result.failed_cautions)
        json["failed_cautions"].push_back({{"id", caution.id}, {"failure", caution.failure}});
    json["unknown"] = JsonValue::array();
    for (const auto& unknown : result.unknown)
        json["unknown"].push_back(unknown_json(unknown));
    json["note"] = result.note;
    return json;
}

JsonValue ssi_json(const LinkedinSsi& ssi, std::string_view language) {
    JsonValue json{{"score", four_decimals(ssi.score)},
                   {"pillars", JsonValue::array()},
                   {"groups", JsonValue::array()}};
    for (std::size_t i = 0; i < SsiPillars.size(); ++i) {
        json["pillars"].push_back({{"name", SsiPillars.at(i).name},
                                   {"pillar", SsiPillars.at(i).id},
                                   {"score", four_decimals(ssi.pillars.at(i))},
                                   {"of", SsiPillarPoints}});
    }
    for (const auto& group : ssi.groups) {
        JsonValue shown{{"group", group.type}};
        if (!group.industry.empty()) shown["industry"] = group.industry;
        if (group.top) shown["top_percent"] = *group.top;
        if (group.size) shown["members"] = *group.size;
        if (group.average) shown["average"] = four_decimals(*group.average);
        json["groups"].push_back(std::move(shown));
    }
    json["note"] = ssi_note(language);
    return json;
}

// What `round_result` leaves, because nothing has to add up.
void round_the_rest(engine::Result& result) {
    result.assessed = four_decimals(result.assessed);
    for (auto& pillar : result.pillars) {
        for (auto& rule : pillar.rules)
            rule.share = four_decimals(rule.share);
    }
    for (auto& rank : result.ranks) {
        rank.top = four_decimals(rank.top);
        rank.average = four_decimals(rank.average);
    }
    for (auto& tip : result.tips) {
        tip.minutes = four_decimals(tip.minutes);
        tip.total_minutes = four_decimals(tip.total_minutes);
    }
}

std::string_view name_of(GateResult::What what) {
    switch (what) {
        case GateResult::What::Score:
            return "min-score";
        case GateResult::What::Pillar:
            return "min";
        case GateResult::What::Drop:
            return "max-drop";
        case GateResult::What::Caution:
            break;
    }
    return "fail-on-caution";
}

JsonValue gate_json(const GateResult& gate, std::string_view language) {
    JsonValue json{{"gate", name_of(gate.what)}};
    if (gate.what == GateResult::What::Pillar) json["pillar"] = gate.pillar;
    json["passed"] = gate.passed;
    json["limit"] = gate.limit;
    json["actual"] = number_json(gate.actual);
    if (gate.what == GateResult::What::Drop) json["before"] = number_json(gate.before);
    if (gate.open != GateResult::Open::No) json["open"] = gate_sentence(gate, language).found;
    return json;
}

}  // namespace

std::string render_json(engine::Result result, bool indented, const LinkedinSsi* ssi,
                        std::span<const GateResult> gates) {
    engine::round_result(result, JsonDecimals);
    round_the_rest(result);
    auto json = result_json(result);
    for (const auto& gate : gates)
        json["gates"].push_back(gate_json(gate, result.language));
    if (ssi != nullptr) json["linkedin_ssi"] = ssi_json(*ssi, result.language);
    return indented ? json_document(json) : json_line(json) + "\n";
}

std::string render_exact_json(const engine::Result& result, const LinkedinSsi* ssi) {
    auto json = result_json(result);
    if (ssi != nullptr) json["linkedin_ssi"] = ssi_json(*ssi, result.language);
    return json_line(json);
}

}  // namespace colonnade::cli
