// SPDX-License-Identifier: Apache-2.0
// Trends as JSON: docs/schemas/history.schema.json.
#include <nlohmann/json.hpp>

#include "cli/render/history.hpp"
#include "cli/render/plain_json.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::cli {
namespace {

using Json = nlohmann::ordered_json;

// Of the form of what `history` writes.
constexpr int HistoryVersion = 1;

Json number(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json head() {
    return {{"colonnade", COLONNADE_VERSION}, {"history", HistoryVersion}};
}

std::string text_of(const Json& json) {
    return plain_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

Json result_json(const engine::Result& result) {
    Json json{{"as_of", dsl::time_text(result.as_of)},
              {"week", week_text(result.as_of)},
              {"edition", result.edition},
              {"sha256", result.sha256},
              {"score", number(result.score)},
              {"low", result.low},
              {"high", result.high},
              {"assessed", shown_difference(0, result.assessed)},
              {"rating", result.rating ? Json(result.rating->id) : Json(nullptr)},
              {"pillars", Json::array()}};
    for (const auto& pillar : result.pillars) {
        json["pillars"].push_back(
            {{"id", pillar.id}, {"score", number(pillar.points)}, {"of", pillar.of}});
    }
    return json;
}

Json change_json(const Trend& trend) {
    const auto change = trend.change(trend.weeks.size() - 1);
    if (!change) return nullptr;
    return {{"points", change->points},
            {"since", dsl::time_text(trend.results[change->from].as_of)},
            {"weeks", change->weeks},
            {"same_rules", change->same_rules}};
}

Json trend_json(const Trend& trend) {
    const auto& latest = trend.latest();
    Json json{{"rulebook", {{"id", latest.rulebook}, {"title", latest.rulebook_title}}},
              {"change", change_json(trend)},
              {"results", Json::array()}};
    for (const auto& result : trend.results)
        json["results"].push_back(result_json(result));
    return json;
}

}  // namespace

std::string trends_json(std::span<const Trend> trends) {
    auto json = head();
    json["profile"] = {{"id", trends.front().latest().profile}};
    for (const auto& trend : trends)
        json["trends"].push_back(trend_json(trend));
    return text_of(json);
}

std::string people_json(std::span<const KeptPerson> people) {
    auto json = head();
    json["profiles"] = Json::array();
    for (const auto& person : people) {
        const auto& latest = person.latest;
        json["profiles"].push_back({{"id", latest.profile},
                                    {"results", person.results},
                                    {"first", dsl::time_text(person.first)},
                                    {"latest", dsl::time_text(latest.as_of)},
                                    {"rulebook", latest.rulebook},
                                    {"score", number(latest.score)}});
    }
    return text_of(json);
}

}  // namespace colonnade::cli
