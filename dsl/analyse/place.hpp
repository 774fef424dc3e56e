// SPDX-License-Identifier: Apache-2.0
// Where something of a rulebook stands, by its path of keys.
#pragma once

#include <initializer_list>
#include <string_view>

#include "dsl/yaml/tree.hpp"

namespace colonnade::dsl {

// The place of the last key of `path` that there is.
[[nodiscard]] inline Span place_of(const Node& root, std::initializer_list<std::string_view> path) {
    const auto* node = &root;
    Span place = root.span;
    for (const auto key : path) {
        const auto* entry = node->entry(key);
        if (entry == nullptr) break;
        place = entry->key.span;
        node = &entry->value;
    }
    return place;
}

}  // namespace colonnade::dsl
