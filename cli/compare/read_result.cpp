// SPDX-License-Identifier: Apache-2.0
#include "cli/compare/read_result.hpp"

#include <nlohmann/json.hpp>

#include "dsl/types/moment.hpp"

namespace colonnade::cli {
namespace {

using Json = nlohmann::ordered_json;
using engine::Status;

// Whatever is not there, of another kind or no figure of a result: `good` says so at the end.
class ResultReader {
public:
    bool good = true;

    const Json& at(const Json& json, const char* key) {
        static const Json Nothing;
        const auto found = json.find(key);
        good = good && found != json.end();
        return found != json.end() ? *found : Nothing;
    }
    std::string text(const Json& json, const char* key) {
        const auto& value = at(json, key);
        good = good && value.is_string();
        return good ? value.get<std::string>() : std::string();
    }
    std::optional<double> number(const Json& json, const char* key) {
        const auto& value = at(json, key);
        if (value.is_null()) return std::nullopt;
        good =
            good && value.is_number() && value.get<double>() >= -100 && value.get<double>() <= 100;
        return good ? std::optional(value.get<double>()) : std::nullopt;
    }
    const Json& list(const Json& json, const char* key) {
        static const auto None = Json::array();
        const auto& value = at(json, key);
        good = good && value.is_array();
        return good ? value : None;
    }
};

// Anything else earns no points and may not be shared out.
Status status_of(const std::string& text) {
    return text == text_of(Status::Assessed) ? Status::Assessed : Status::Unknown;
}

engine::RuleResult read_rule(ResultReader& reader, const Json& json) {
    engine::RuleResult rule;
    rule.id = reader.text(json, "id");
    rule.title = reader.text(json, "title");
    rule.status = status_of(reader.text(json, "status"));
    rule.points = reader.number(json, "points").value_or(0);
    rule.of = reader.number(json, "of").value_or(0);
    return rule;
}

engine::PillarResult read_pillar(ResultReader& reader, const Json& json) {
    engine::PillarResult pillar;
    pillar.id = reader.text(json, "id");
    pillar.title = reader.text(json, "title");
    pillar.points = reader.number(json, "score");
    pillar.of = reader.number(json, "of").value_or(0);
    pillar.high = pillar.of;
    if (json.contains("withheld")) pillar.withheld = reader.number(json, "withheld").value_or(0);
    for (const auto& rule : reader.list(json, "rules"))
        pillar.rules.push_back(read_rule(reader, rule));
    return pillar;
}

void read_head(ResultReader& reader, const Json& json, engine::Result& result) {
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
    const auto json = Json::parse(text, nullptr, false);
    if (!json.is_object() || json.value("result", Json()) != 1) return std::nullopt;
    ResultReader reader;
    ReadResult read;
    read.program = reader.text(json, "colonnade");
    read_head(reader, json, read.result);
    read.result.score = reader.number(json, "score");
    read.result.low = reader.number(json, "low").value_or(0);
    read.result.high = reader.number(json, "high").value_or(100);
    for (const auto& pillar : reader.list(json, "pillars"))
        read.result.pillars.push_back(read_pillar(reader, pillar));
    return reader.good ? std::optional(std::move(read)) : std::nullopt;
}

}  // namespace colonnade::cli
