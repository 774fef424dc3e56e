// SPDX-License-Identifier: Apache-2.0
// The strict YAML reader: a source in, a tree out, everything the language does not use refused
// with its place.
#pragma once

#include <memory>
#include <optional>

#include "dsl/text/diagnostic.hpp"
#include "dsl/yaml/tree.hpp"

namespace colonnade::dsl {

// Bounds on what a person would write; each is checked before memory or stack is used.
inline constexpr std::size_t MostYamlNodes = 2'000'000;
inline constexpr std::size_t MostYamlDepth = 32;
inline constexpr std::size_t MostScalarBytes = 64 * 1024;

// The tree of the file's one document, or nothing where YAML itself is broken (reported). A tree
// that comes with findings is still whole enough to find more.
// Its spans carry `file`, the place of the source among those of a document.
[[nodiscard]] std::optional<Node> read_yaml(const std::shared_ptr<const Source>& source,
                                            Diagnostics& diagnostics, std::uint32_t file = 0);

}  // namespace colonnade::dsl
