// SPDX-License-Identifier: Apache-2.0
#include "cli/render/json_head.hpp"

#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "dsl/types/moment.hpp"

namespace colonnade::cli {

using Json = nlohmann::ordered_json;

void put_head(Json& json, std::string_view form, int version, const engine::Result& result) {
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

Json number_json(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json value_json(const std::optional<double>& value, const dsl::Type& type) {
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
