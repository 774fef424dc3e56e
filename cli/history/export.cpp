// SPDX-License-Identifier: Apache-2.0
#include "cli/history/export.hpp"

#include "cli/json.hpp"

namespace colonnade::cli {
namespace {

using stores::StoreProblem;

// Of the form of what `history --export` writes.
constexpr int ExportVersion = 1;

// What a store holds is handed on as it is, also where it is no JSON any more.
JsonValue json_of(const std::string& text) {
    auto json = JsonValue::parse(text, nullptr, false);
    return json.is_discarded() ? JsonValue(text) : json;
}

JsonValue result_json(const stores::StoredResult& stored) {
    JsonValue json{{"result", json_of(stored.result)}};
    if (stored.document) {
        json["document"] = json_of(stored.document->json);
        json["stated"] = stored.document->stated;
    }
    return json;
}

}  // namespace

std::variant<std::string, StoreProblem> export_person(stores::Store& store,
                                                      const std::string& profile) {
    auto summaries = store.summaries(profile);
    if (auto* problem = std::get_if<StoreProblem>(&summaries)) return std::move(*problem);
    JsonValue json{{"colonnade", COLONNADE_VERSION},
                   {"export", ExportVersion},
                   {"profile", {{"id", profile}}},
                   {"results", JsonValue::array()},
                   {"rulebooks", JsonValue::object()}};
    for (const auto& summary : std::get<std::vector<stores::StoredSummary>>(summaries)) {
        auto found = store.result(summary.key);
        if (auto* problem = std::get_if<StoreProblem>(&found)) return std::move(*problem);
        const auto& result = std::get<std::optional<stores::StoredResult>>(found);
        if (!result) continue;  // deleted meanwhile
        json["results"].push_back(result_json(*result));
        const auto& sha256 = summary.key.rulebook_sha256;
        if (!result->document || json["rulebooks"].contains(sha256)) continue;
        auto texts = store.rulebook(sha256);
        if (auto* problem = std::get_if<StoreProblem>(&texts)) return std::move(*problem);
        if (const auto& known = std::get<std::optional<std::string>>(texts))
            json["rulebooks"][sha256] = json_of(*known);
    }
    if (json["results"].empty()) return std::string();
    return json_document(json);
}

}  // namespace colonnade::cli
