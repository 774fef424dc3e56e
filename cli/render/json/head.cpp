// SPDX-License-Identifier: Apache-2.0
#include "cli/render/json/head.hpp"

#include <cmath>
#include <cstdint>
#include <string>

#include "cli/json.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::cli {

void put_head(JsonValue& json, std::string_view form, int version, const engine::Result& result) {
    json["colonnade"] = COLONNADE_VERSION;
    json[std::string(form)] = version;
    json["rulebook"] = {{"id", result.rulebook},
                        {"title", result.rulebook_title},
                        {"edition", result.edition},
                        {"sha256", result.sha256}};
    json["language"] = result.language;
    json["profile"] = {{"id", result.profile}, {"as_of", dsl::time_text(result.as_of)}};
    if (!result.stated.empty()) json["profile"]["stated"] = result.stated;
}

JsonValue number_json(const std::optional<double>& value) {
    return value ? JsonValue(*value) : JsonValue(nullptr);
}

JsonValue rating_json(const std::optional<engine::RatingResult>& rating) {
    return rating ? JsonValue(rating->id) : JsonValue(nullptr);
}

JsonValue value_json(const std::optional<double>& value, const dsl::Type& type) {
    if (!value) return nullptr;
    if (type.is(dsl::Kind::YesNo)) return *value != 0;
    if (type.is_moment()) return dsl::time_text(static_cast<std::int64_t>(*value));
    if (type.is(dsl::Kind::Category))
        return type.category->values.at(static_cast<std::size_t>(*value));
    return *value;
}

double four_decimals(double value) {
    return std::round(value * 1e4) / 1e4;
}

std::string_view text_of(dsl::Effort::Per per) {
    switch (per) {
        case dsl::Effort::Per::Once:
            return "once";
        case dsl::Effort::Per::Week:
            return "week";
        case dsl::Effort::Per::Each:
            return "each";
    }
    return "once";
}

}  // namespace colonnade::cli
