// SPDX-License-Identifier: Apache-2.0
// A profile as plain maps, for implementations that are meant to be obvious rather than fast. What
// is not in a map is unknown.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "dsl/types/catalogue.hpp"

namespace colonnade::tests {

// In the base unit of the kind; a category is its index, a yes/no 0 or 1, a moment seconds.
using PlainValue = std::variant<double, std::string>;
using PlainRecord = std::map<std::string, PlainValue>;

struct PlainProfile {
    double as_of = 0;
    std::map<std::string, PlainValue> facts;
    std::map<std::string, std::vector<PlainRecord>> lists;
    std::map<std::string, double> covered_from;
};

// As a profile document. Reading it gives the same bits: numbers are written shortest.
[[nodiscard]] std::string to_json(const PlainProfile& profile, const dsl::Catalogue& catalogue);

// From a profile document without mistakes. Throws std::runtime_error where it has some.
[[nodiscard]] PlainProfile from_json(std::string_view json, const dsl::Catalogue& catalogue);

// The field of a record, or the fact of a profile.
template <class Key, class Value>
[[nodiscard]] std::optional<Value> find_in(const std::map<Key, Value>& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace colonnade::tests
