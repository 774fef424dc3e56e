// SPDX-License-Identifier: Apache-2.0
#include "cli/render/compare.hpp"
#include "cli/json.hpp"
#include "cli/render/json/head.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::cli {
namespace {

// Of the form of what `compare` writes.
constexpr int ComparisonVersion = 1;

JsonValue compared_json(const ComparedResult& side) {
    const auto& result = side.result;
    return {{"colonnade", side.program},
            {"profile", {{"id", result.profile}, {"as_of", dsl::time_text(result.as_of)}}},
            {"rulebook",
             {{"id", result.rulebook}, {"edition", result.edition}, {"sha256", result.sha256}}},
            {"score", number_json(result.score)}};
}

JsonValue split_json(const std::optional<DifferenceSplit>& split) {
    if (!split) return nullptr;
    return {{"engine", split->engine}, {"rules", split->rules}, {"data", split->data}};
}

const char* id_of(NoSplit why) {
    switch (why) {
        case NoSplit::OnlyResults:
            return "only-results";
        case NoSplit::NoScore:
            return "no-score";
        case NoSplit::CannotScore:
            return "cannot-score";
    }
    return "";
}

}  // namespace

std::string comparison_json(const Comparison& comparison) {
    JsonValue json{{"colonnade", COLONNADE_VERSION},
                   {"comparison", ComparisonVersion},
                   {"from", compared_json(comparison.from)},
                   {"to", compared_json(comparison.to)},
                   {"difference", number_json(comparison.difference)},
                   {"split", split_json(comparison.split)}};
    if (!comparison.split) json["no_split"] = id_of(comparison.no_split);
    json["rules"] = JsonValue::array();
    for (const auto& rule : comparison.rules) {
        json["rules"].push_back({{"rule", rule.id},
                                 {"title", rule.title},
                                 {"from", number_json(rule.from)},
                                 {"to", number_json(rule.to)},
                                 {"difference", rule.points}});
    }
    return json_document(json);
}

}  // namespace colonnade::cli
