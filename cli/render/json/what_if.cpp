// SPDX-License-Identifier: Apache-2.0
#include "cli/render/what_if.hpp"
#include "cli/json.hpp"
#include "cli/render/json/head.hpp"

namespace colonnade::cli {
namespace {

// Version of the form.
constexpr int WhatIfVersion = 1;

JsonValue total_json(const engine::Result& result) {
    return {{"score", number_json(result.score)},
            {"low", result.low},
            {"high", result.high},
            {"rating", rating_json(result.rating)}};
}

JsonValue pillars_json(const engine::WhatIf& what) {
    auto pillars = JsonValue::array();
    for (std::size_t p = 0; p < what.before.pillars.size(); ++p) {
        const auto& before = what.before.pillars[p];
        const auto& after = what.after.pillars[p];
        pillars.push_back({{"id", after.id},
                           {"title", after.title},
                           {"before", number_json(before.points)},
                           {"after", number_json(after.points)},
                           {"of", after.of}});
    }
    return pillars;
}

JsonValue side_json(const engine::RuleResult& rule) {
    const bool assessed = rule.status == engine::Status::Assessed;
    return {{"points", assessed ? JsonValue(rule.points) : JsonValue(nullptr)},
            {"status", engine::text_of(rule.status)},
            {"value", value_json(rule.value, rule.type)},
            {"shown", rule.shown}};
}

JsonValue cautions_json(const std::vector<engine::CautionResult>& cautions) {
    auto json = JsonValue::array();
    for (const auto& caution : cautions)
        json.push_back({{"id", caution.id}, {"title", caution.title}, {"text", caution.text}});
    return json;
}

}  // namespace

std::string render_what_if_json(const engine::WhatIf& what) {
    auto json = JsonValue::object();
    put_head(json, "what_if", WhatIfVersion, what.before);
    json["set"] = JsonValue::array();
    for (const auto& setting : what.settings)
        json["set"].push_back({{"name", setting.name}, {"value", setting.value}});
    json["before"] = total_json(what.before);
    json["after"] = total_json(what.after);
    json["pillars"] = pillars_json(what);
    json["rules"] = JsonValue::array();
    for (const auto& moved : what.rules) {
        json["rules"].push_back({{"rule", moved.rule},
                                 {"title", moved.after.title},
                                 {"before", side_json(moved.before)},
                                 {"after", side_json(moved.after)}});
    }
    json["new_cautions"] = cautions_json(what.new_cautions);
    json["gone_cautions"] = cautions_json(what.gone_cautions);
    json["note"] = what.after.note;
    return json_document(json);
}

}  // namespace colonnade::cli
