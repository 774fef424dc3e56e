// SPDX-License-Identifier: Apache-2.0
// Takes values out of JSON of which nothing is known.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "cli/json.hpp"

namespace colonnade::cli {

// `good` until something is not there, or is of another kind; from then on nothing is taken.
class JsonTaker {
public:
    bool good = true;

    const ForeignJson& at(const ForeignJson& json, const char* key) {
        static const ForeignJson Nothing;
        const auto found = json.find(key);
        good = good && found != json.end();
        return found != json.end() ? *found : Nothing;
    }
    void take(const ForeignJson& json, const char* key, std::size_t& into) {
        number(at(json, key), into);
    }
    void take(const ForeignJson& json, const char* key, std::string& into) {
        text(at(json, key), into);
    }
    void number(const ForeignJson& json, std::size_t& into) {
        good = good && json.is_number_unsigned();
        if (good) into = json.get<std::size_t>();
    }
    std::string text(const ForeignJson& json, const char* key) {
        std::string text;
        take(json, key, text);
        return text;
    }
    // Null is nothing; what lies outside `low` to `high` is not good.
    std::optional<double> figure(const ForeignJson& json, const char* key, double low,
                                 double high) {
        const auto& value = at(json, key);
        if (value.is_null()) return std::nullopt;
        good =
            good && value.is_number() && value.get<double>() >= low && value.get<double>() <= high;
        return good ? std::optional(value.get<double>()) : std::nullopt;
    }
    const ForeignJson& list(const ForeignJson& json, const char* key) {
        static const auto None = ForeignJson::array();
        const auto& value = at(json, key);
        good = good && value.is_array();
        return good ? value : None;
    }
    void text(const ForeignJson& json, std::string& into) {
        good = good && json.is_string();
        if (good) into = json.get<std::string>();
    }
};

}  // namespace colonnade::cli
