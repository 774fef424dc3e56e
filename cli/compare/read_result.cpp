// SPDX-License-Identifier: Apache-2.0
#include "cli/compare/read_result.hpp"

#include "cli/figure_bounds.hpp"
#include "cli/json.hpp"
#include "cli/json_taker.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::cli {
namespace {

using engine::Status;

// Of points, and of what a cap withholds.
constexpr double LeastPoints = -MostPoints;

std::optional<double> points(JsonTaker& reader, const ForeignJson& json, const char* key) {
    return reader.figure(json, key, LeastPoints, MostPoints);
}

// Anything else earns no points and may not be shared out.
Status status_of(const std::string& text) {
    return text == text_of(Status::Assessed) ? Status::Assessed : Status::Unknown;
}

engine::RuleResult read_rule(JsonTaker& reader, const ForeignJson& json) {
    engine::RuleResult rule;
    rule.id = reader.text(json, "id");
    rule.title = reader.text(json, "title");
    rule.status = status_of(reader.text(json, "status"));
    rule.points = points(reader, json, "points").value_or(0);
    rule.of = points(reader, json, "of").value_or(0);
    return rule;
}

engine::PillarResult read_pillar(JsonTaker& reader, const ForeignJson& json) {
    engine::PillarResult pillar;
    pillar.id = reader.text(json, "id");
    pillar.title = reader.text(json, "title");
    pillar.points = points(reader, json, "score");
    pillar.of = points(reader, json, "of").value_or(0);
    pillar.high = pillar.of;
    if (json.contains("withheld")) pillar.withheld = points(reader, json, "withheld").value_or(0);
    for (const auto& rule : reader.list(json, "rules"))
        pillar.rules.push_back(read_rule(reader, rule));
    return pillar;
}

void read_head(JsonTaker& reader, const ForeignJson& json, engine::Result& result) {
    const auto& rulebook = reader.at(json, "rulebook");
    result.rulebook = reader.text(rulebook, "id");
    result.rulebook_title = reader.text(rulebook, "title");
    result.edition = reader.text(rulebook, "edition");
    result.sha256 = reader.text(rulebook, "sha256");
    result.language = reader.text(json, "language");
    result.profile = reader.text(reader.at(json, "profile"), "id");
    const auto as_of = dsl::parse_moment(reader.text(reader.at(json, "profile"), "as_of"));
    reader.good = reader.good && as_of.has_value();
    result.as_of = as_of.value_or(0);
}

}  // namespace

std::optional<ReadResult> read_result(std::string_view text) {
    const auto json = ForeignJson::parse(text, nullptr, false);
    if (!json.is_object() || json.value("result", ForeignJson()) != 1) return std::nullopt;
    JsonTaker reader;
    ReadResult read;
    read.program = reader.text(json, "colonnade");
    read_head(reader, json, read.result);
    read.result.score = points(reader, json, "score");
    read.result.low = points(reader, json, "low").value_or(0);
    read.result.high = points(reader, json, "high").value_or(100);
    for (const auto& pillar : reader.list(json, "pillars"))
        read.result.pillars.push_back(read_pillar(reader, pillar));
    return reader.good ? std::optional(std::move(read)) : std::nullopt;
}

bool is_meant_as_result(std::string_view text) {
    const auto json = ForeignJson::parse(text, nullptr, false);
    return json.is_object() && json.contains("result") && json.contains("pillars");
}

}  // namespace colonnade::cli
