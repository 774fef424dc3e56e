// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "cli/json.hpp"
#include "cli/render/import_report.hpp"

namespace colonnade::cli {
namespace {

double rounded(double value) {
    return std::round(value * 1e4) / 1e4;
}

// Texts that are empty are left out.
void put(JsonValue& json, const char* key, const std::string& text) {
    if (!text.empty()) json[key] = text;
}

JsonValue open_rules_json(const std::vector<OpenRule>& rules) {
    auto list = JsonValue::array();
    for (const auto& rule : rules)
        list.push_back(
            {{"rule", rule.id}, {"title", rule.title}, {"points", rounded(rule.points)}});
    return list;
}

// Of several profiles the most, and the least too.
void put_points_open(JsonValue& json, const PointsRange& points, bool is_of_several) {
    json["points_open"] = rounded(points.most);
    if (is_of_several) json["points_open_least"] = rounded(points.least);
}

JsonValue file_json(const ReportedFile& file) {
    JsonValue json{{"name", file.name}, {"status", file.status}};
    put(json, "from", file.from);
    if (file.status != "ignored") {
        json["rows"] = file.rows;
        json["refused"] = file.refused;
        json["left_out"] = file.left_out;
    }
    put(json, "encoding", file.encoding);
    put(json, "reason", file.reason);
    for (const auto& problem : file.problems)
        json["problems"].push_back(
            {{problem.is_row ? "row" : "line", problem.line}, {"message", problem.message}});
    return json;
}

JsonValue reported_fact_json(const ReportedFact& fact) {
    JsonValue json{{"fact", fact.name}, {"title", fact.title}, {"state", fact.state}};
    if (fact.rows) json["rows"] = *fact.rows;
    put(json, "from", fact.from);
    put(json, "to", fact.to);
    put(json, "complete_from", fact.complete_from);
    put(json, "reason", fact.reason);
    put(json, "proxy", fact.proxy);
    json["used"] = fact.is_used;
    if (fact.unknown_in > 0) {
        json["unknown_in"] = fact.unknown_in;
        put_points_open(json, fact.points_open, true);
    }
    if (!fact.rules.empty()) json["open_rules"] = open_rules_json(fact.rules);
    return json;
}

JsonValue missing_json(const MissingFile& file) {
    return {{"name", file.name},
            {"counts_as", file.counts_as_none ? "none" : "unknown"},
            {"facts", file.facts},
            {"open_rules", open_rules_json(file.rules)},
            {"points_open", rounded(file.points)}};
}

template <typename Element>
JsonValue list_json(const std::vector<Element>& list, JsonValue (*one)(const Element&)) {
    auto json = JsonValue::array();
    for (const auto& element : list)
        json.push_back(one(element));
    return json;
}

}  // namespace

std::string render_import_report_json(const ImportReport& report) {
    JsonValue json{
        {"import_report", 1},
        {"source", report.source},
        {"as_of", {{"value", report.as_of}, {"from", report.as_of_from}}},
        {"rulebook", {{"id", report.rulebook}, {"title", report.rulebook_title}}},
        {"language", report.language},
        {"profiles", report.profiles},
    };
    if (report.profiles > 0)
        put_points_open(json, {report.points_open_least, report.points_open}, report.profiles > 1);
    json["files"] = list_json(report.files, file_json);
    json["missing"] = list_json(report.missing, missing_json);
    json["facts"] = list_json(report.facts, reported_fact_json);
    json["warnings"] = report.warnings;
    return json_document(json);
}

}  // namespace colonnade::cli
