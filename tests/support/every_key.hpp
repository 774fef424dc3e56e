// SPDX-License-Identifier: Apache-2.0
// The files `tests/editor/every_key.*.yaml`, and whether they use every key of a table.
#pragma once

#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "dsl/form/keys.hpp"
#include "tests/support/tiny.hpp"

namespace colonnade::tests {

using KeyNames = std::set<std::string>;  // `rule.points`

inline std::string every_key_of(const std::string& kind) {
    std::ifstream stream(COLONNADE_SOURCE_DIR "/tests/editor/every_key." + kind + ".yaml");
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

inline std::string name_of(const dsl::KeyTable& table, const dsl::Key& key) {
    return std::string(table.name) + "." + std::string(key.key);
}

inline void add_known(const dsl::KeyTable& table, KeyNames& names) {
    for (const auto& key : table.keys) {
        names.insert(name_of(table, key));
        if (key.inner != nullptr) add_known(*key.inner, names);
    }
}

inline void add_used(const dsl::KeyTable& table, const dsl::Node& node, KeyNames& names) {
    using dsl::Shape;
    for (const auto& [key, value] : node.entries) {
        const auto* row = table.find(key.text);
        if (row == nullptr) continue;
        names.insert(name_of(table, *row));
        if (row->shape == Shape::Map) add_used(*row->inner, value, names);
        if (row->shape != Shape::MapOfIds && row->shape != Shape::MapOfNames) continue;
        for (const auto& entry : value.entries)
            add_used(*row->inner, entry.value, names);
    }
}

inline void check_that_all_are_used(const dsl::KeyTable& table, const std::string& text) {
    KeyNames known;
    KeyNames used;
    add_known(table, known);
    dsl::Diagnostics diagnostics;
    add_used(table, document_of(source_of(text), diagnostics).root, used);
    CHECK(used == known);
}

// A meaning for each key, choices for each choice, a table for each map.
inline void check_that_all_are_told(const dsl::KeyTable& table) {
    using dsl::Shape;
    for (const auto& key : table.keys) {
        INFO(name_of(table, key));
        CHECK(key.meaning.ends_with('.'));
        CHECK((key.shape == Shape::Choice) == !key.choices.empty());
        const bool is_map = key.shape == Shape::Map || key.shape == Shape::MapOfIds ||
                            key.shape == Shape::MapOfNames;
        CHECK(is_map == (key.inner != nullptr));
    }
    for (const auto key : table.one_of)
        CHECK(table.find(key) != nullptr);
}

}  // namespace colonnade::tests
