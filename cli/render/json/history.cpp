// SPDX-License-Identifier: Apache-2.0
// Trends as JSON: docs/schemas/history.schema.json.
#include "cli/render/history.hpp"
#include "cli/json.hpp"
#include "cli/render/json/head.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::cli {
namespace {

// Of the form of what `history` writes.
constexpr int HistoryVersion = 1;

JsonValue head() {
    return {{"colonnade", COLONNADE_VERSION}, {"history", HistoryVersion}};
}

JsonValue kept_json(const engine::Result& result) {
    JsonValue json{{"as_of", dsl::time_text(result.as_of)},
                   {"week", week_text(result.as_of)},
                   {"edition", result.edition},
                   {"sha256", result.sha256},
                   {"score", number_json(result.score)},
                   {"low", result.low},
                   {"high", result.high},
                   {"assessed", shown_difference(0, result.assessed)},
                   {"rating", rating_json(result.rating)},
                   {"pillars", JsonValue::array()}};
    for (const auto& pillar : result.pillars) {
        json["pillars"].push_back(
            {{"id", pillar.id}, {"score", number_json(pillar.points)}, {"of", pillar.of}});
    }
    return json;
}

JsonValue change_json(const Trend& trend) {
    const auto change = trend.change(trend.weeks.size() - 1);
    if (!change) return nullptr;
    return {{"points", change->points},
            {"since", dsl::time_text(trend.results[change->from].as_of)},
            {"weeks", change->weeks},
            {"same_rules", change->same_rules}};
}

JsonValue trend_json(const Trend& trend) {
    const auto& latest = trend.latest();
    JsonValue json{{"rulebook", {{"id", latest.rulebook}, {"title", latest.rulebook_title}}},
                   {"change", change_json(trend)},
                   {"results", JsonValue::array()}};
    for (const auto& result : trend.results)
        json["results"].push_back(kept_json(result));
    return json;
}

}  // namespace

std::string trends_json(std::span<const Trend> trends) {
    auto json = head();
    json["profile"] = {{"id", trends.front().latest().profile}};
    for (const auto& trend : trends)
        json["trends"].push_back(trend_json(trend));
    return json_document(json);
}

std::string people_json(std::span<const KeptPerson> people) {
    auto json = head();
    json["profiles"] = JsonValue::array();
    for (const auto& person : people) {
        const auto& latest = person.latest;
        json["profiles"].push_back({{"id", latest.profile},
                                    {"results", person.results},
                                    {"first", dsl::time_text(person.first)},
                                    {"latest", dsl::time_text(latest.as_of)},
                                    {"rulebook", latest.rulebook},
                                    {"score", number_json(latest.score)}});
    }
    return json_document(json);
}

}  // namespace colonnade::cli
