// SPDX-License-Identifier: Apache-2.0
// A rulebook laid over the one it extends: maps merge by key, texts and lists are replaced,
// `without` drops. The result is one tree, whose spans still name the file that each value came
// from.
#pragma once

#include <cstdint>

#include "dsl/form/reader.hpp"
#include "dsl/yaml/tree.hpp"

namespace colonnade::dsl {

// A rulebook that extends one that extends one …; nobody can follow a value further than that.
inline constexpr std::uint32_t MostParents = 8;

// The tree of `child` laid over that of the rulebook it extends. Findings, such as a `without` for
// something that is not there, go to `form`, which must know the sources of both.
[[nodiscard]] Node extend(const Form& form, Node parent, Node child);

}  // namespace colonnade::dsl
