// SPDX-License-Identifier: Apache-2.0
// What all fuzz targets share: their entry, how a broken promise ends the process so that whoever
// calls it notices, and the bundled schema.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "dsl/rulebook/read.hpp"
#include "dsl/yaml/read.hpp"
#include "tests/fuzz/entry.hpp"

namespace colonnade::fuzz {

inline std::string text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

// A promise of the code under test.
inline void hold(bool kept, const char* promise, const std::string& seen = {}) {
    if (kept) return;
    static_cast<void>(std::fprintf(stderr, "broken promise: %s\n%s\n", promise, seen.c_str()));
    std::abort();
}

// The bundled schema, without functions; its fact and field names come from there.
inline const dsl::Catalogue& bundled_schema() {
    static const auto catalogue = [] {
        std::ifstream file(COLONNADE_SOURCE_DIR "/rules/schemas/social-profile.yaml");
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        dsl::Diagnostics diagnostics;
        const auto source = std::make_shared<const dsl::Source>("schema", text);
        auto root = dsl::read_yaml(source, diagnostics);
        hold(root.has_value(), "the bundled schema is YAML");
        auto schema = dsl::read_schema({{source}, std::move(*root)}, diagnostics);
        hold(diagnostics.empty() && !schema.facts.empty(), "the bundled schema has no findings");
        return schema;
    }();
    return catalogue;
}

}  // namespace colonnade::fuzz
