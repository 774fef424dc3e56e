// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "cli/render/compare.hpp"
#include "cli/render/plain_json.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::cli {
namespace {

using Json = nlohmann::ordered_json;

// Of the form of what `compare` writes.
constexpr int ComparisonVersion = 1;

Json number(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json side_json(const ComparedResult& side) {
    const auto& result = side.result;
    return {{"colonnade", side.program},
            {"profile", {{"id", result.profile}, {"as_of", dsl::time_text(result.as_of)}}},
            {"rulebook",
             {{"id", result.rulebook}, {"edition", result.edition}, {"sha256", result.sha256}}},
            {"score", number(result.score)}};
}

Json split_json(const std::optional<DifferenceSplit>& split) {
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
    Json json{{"colonnade", COLONNADE_VERSION},
              {"comparison", ComparisonVersion},
              {"from", side_json(comparison.from)},
              {"to", side_json(comparison.to)},
              {"difference", number(comparison.difference)},
              {"split", split_json(comparison.split)}};
    if (!comparison.split) json["no_split"] = id_of(comparison.no_split);
    json["rules"] = Json::array();
    for (const auto& rule : comparison.rules) {
        json["rules"].push_back({{"rule", rule.id},
                                 {"title", rule.title},
                                 {"from", number(rule.from)},
                                 {"to", number(rule.to)},
                                 {"difference", rule.points}});
    }
    return plain_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace colonnade::cli
