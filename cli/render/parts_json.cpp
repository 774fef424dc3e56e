// SPDX-License-Identifier: Apache-2.0
#include "cli/render/parts_json.hpp"

#include "dsl/types/moment.hpp"

namespace colonnade::cli {
namespace {

using Json = nlohmann::ordered_json;
using engine::ExplainedPart;

Json part_json(const ExplainedPart& part) {  // NOLINT(misc-no-recursion)
    Json json;
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

}  // namespace

Json parts_json(const engine::RuleResult& rule) {
    Json json;
    json["measure"] = part_json(*rule.measure_part);
    if (rule.condition_part) json["if"] = part_json(*rule.condition_part);
    return json;
}

Json value_json(const std::optional<double>& value, const dsl::Type& type) {
    if (!value) return nullptr;
    if (type.is(dsl::Kind::YesNo)) return *value != 0;
    if (type.is_moment()) return dsl::time_text(static_cast<std::int64_t>(*value));
    if (type.is(dsl::Kind::Category))
        return type.category->values.at(static_cast<std::size_t>(*value));
    return *value;
}

}  // namespace colonnade::cli
