// SPDX-License-Identifier: Apache-2.0
#include "cli/redact.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace colonnade::cli {
namespace {

// Facts stand in the order of the schema, and stay there.
void hide(JsonValue& value) {
    if (!value.is_string() || value.get_ref<const std::string&>().empty()) return;
    const auto& text = value.get_ref<const std::string&>();
    const auto count = std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80;
    });
    value = fmt::format("({} {})", count, count == 1 ? "character" : "characters");
}

void hide_fields(JsonValue& list, const dsl::Fact& fact) {
    for (auto& record : list) {
        for (const auto& field : fact.fields) {
            if ((fact.personal || field.personal) && record.contains(field.name))
                hide(record[field.name]);
        }
    }
}

}  // namespace

std::string redacted(std::string_view json, const dsl::Catalogue& catalogue) {
    auto document = JsonValue::parse(json);
    for (const auto& fact : catalogue.facts) {
        if (!document.contains(fact.name)) continue;
        auto& value = document[fact.name];
        if (fact.personal) hide(value);
        if (value.is_array()) hide_fields(value, fact);
    }
    return document.dump();
}

}  // namespace colonnade::cli
