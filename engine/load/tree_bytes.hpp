// SPDX-License-Identifier: Apache-2.0
// A tree that was read from YAML as bytes beside its source. What is read back keeps all that the
// YAML reader promises of a tree, whoever wrote the bytes.
#pragma once

#include <cstdint>
#include <optional>

#include "dsl/yaml/tree.hpp"
#include "engine/isolate/wire.hpp"

namespace colonnade::engine {

void write_tree(const dsl::Node& node, WireWriter& to);

// Nothing where the bytes are no tree over `source`. The spans carry `file`.
[[nodiscard]] std::optional<dsl::Node> read_tree(WireReader& from, const dsl::Source& source,
                                                 std::uint32_t file);

}  // namespace colonnade::engine
