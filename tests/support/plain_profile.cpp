// SPDX-License-Identifier: Apache-2.0
#include "tests/support/plain_profile.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "dsl/types/moment.hpp"
#include "dsl/types/unit.hpp"

namespace colonnade::tests {
namespace {

using dsl::Kind;
using nlohmann::json;

std::string shortest(double value, std::chars_format format) {
    std::array<char, 1200> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format).ptr;
    return {buffer.data(), end};
}

std::string value_json(const PlainValue& value, const dsl::Type& type) {
    if (const auto* text = std::get_if<std::string>(&value)) return json(*text).dump();
    const double number = std::get<double>(value);
    switch (type.kind) {
        case Kind::YesNo:
            return number != 0 ? "true" : "false";
        case Kind::Category:
            return json(type.category->values.at(static_cast<std::size_t>(number))).dump();
        case Kind::Date:
            return json(dsl::date_text(static_cast<std::int64_t>(number))).dump();
        case Kind::Time:
            return json(dsl::time_text(static_cast<std::int64_t>(number))).dump();
        case Kind::Duration:
            return "\"" + shortest(number, std::chars_format::fixed) + " seconds\"";
        case Kind::Rate:
            return "\"" + shortest(number, std::chars_format::fixed) + " per second\"";
        default:
            return shortest(number, std::chars_format::general);
    }
}

// `3 days`, `2 per week`, `1 per 2 weeks`.
double amount_in(const std::string& text) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    const auto number = [](const std::string& word) {
        double value = 0;
        std::from_chars(word.data(), word.data() + word.size(), value);
        return value;
    };
    const double unit = seconds_in(dsl::unit_named(words.back()).value());
    if (words.at(1) != "per") return number(words[0]) * unit;
    return number(words[0]) / ((words.size() > 3 ? number(words[2]) : 1) * unit);
}

PlainValue value_in(const json& value, const dsl::Type& type) {
    switch (type.kind) {
        case Kind::Text:
            return value.get<std::string>();
        case Kind::YesNo:
            return value.get<bool>() ? 1.0 : 0.0;
        case Kind::Category:
            return static_cast<double>(type.category->index_of(value.get<std::string>()));
        case Kind::Date:
        case Kind::Time:
            return static_cast<double>(dsl::parse_moment(value.get<std::string>()).value());
        case Kind::Duration:
        case Kind::Rate:
            return amount_in(value.get<std::string>());
        default:
            return value.get<double>();
    }
}

PlainRecord record_in(const json& item, const dsl::Fact& list) {
    PlainRecord record;
    for (const auto& [key, value] : item.items()) {
        const int field = list.field_index(key);
        if (field < 0) throw std::runtime_error("no field " + key);
        if (value.is_null()) continue;
        record[key] = value_in(value, list.fields[static_cast<std::size_t>(field)].type);
    }
    return record;
}

double as_of_in(const std::string& text) {
    const auto seconds = dsl::parse_moment(text).value();
    return static_cast<double>(text.size() == 10 ? seconds + dsl::SecondsPerDay - 1 : seconds);
}

}  // namespace

std::string to_json(const PlainProfile& profile, const dsl::Catalogue& catalogue) {
    std::string text = R"({"profile":1,"as_of":")" +
                       dsl::time_text(static_cast<std::int64_t>(profile.as_of)) + "\"";
    std::string coverage;
    for (const auto& [list, from] : profile.covered_from) {
        coverage += (coverage.empty() ? "\"" : ",\"") + list + "\":\"" +
                    dsl::time_text(static_cast<std::int64_t>(from)) + "\"";
    }
    if (!coverage.empty()) text += ",\"coverage\":{" + coverage + "}";
    for (const auto& fact : catalogue.facts) {
        if (const auto value = find_in(profile.facts, fact.name))
            text += ",\"" + fact.name + "\":" + value_json(*value, fact.type);
        const auto list = find_in(profile.lists, fact.name);
        if (!list) continue;
        std::string items;
        for (const auto& record : *list) {
            std::string fields;
            for (const auto& field : fact.fields) {
                if (const auto value = find_in(record, field.name))
                    fields += (fields.empty() ? "\"" : ",\"") + field.name +
                              "\":" + value_json(*value, field.type);
            }
            items += (items.empty() ? "{" : ",{") + fields + "}";
        }
        text += ",\"" + fact.name + "\":[" + items + "]";
    }
    return text + "}";
}

PlainProfile from_json(std::string_view text, const dsl::Catalogue& catalogue) {
    const auto document = json::parse(text);
    PlainProfile profile;
    for (const auto& [key, value] : document.items()) {
        if (key == "as_of") profile.as_of = as_of_in(value.get<std::string>());
        if (key == "profile" || key == "id" || key == "as_of" || key == "stated") continue;
        if (key == "coverage") {
            for (const auto& [list, from] : value.items())
                profile.covered_from[list] =
                    static_cast<double>(dsl::parse_moment(from.get<std::string>()).value());
            continue;
        }
        const int index = catalogue.fact_index(key);
        if (index < 0) throw std::runtime_error("no fact " + key);
        if (value.is_null()) continue;
        const auto& fact = catalogue.facts[static_cast<std::size_t>(index)];
        if (!fact.type.is(Kind::List)) {
            profile.facts[key] = value_in(value, fact.type);
            continue;
        }
        auto& list = profile.lists[key];
        for (const auto& item : value)
            list.push_back(record_in(item, fact));
    }
    return profile;
}

}  // namespace colonnade::tests
