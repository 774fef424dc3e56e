// SPDX-License-Identifier: Apache-2.0
// Where the arrays of one call's results lie in the memory that a plugin's process writes: values,
// guard, bits, guard.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/column/buffer.hpp"
#include "engine/host/abi.hpp"
#include "engine/host/output.hpp"

namespace colonnade::engine {

struct OutputLayout {
    std::size_t value_bytes;
    std::size_t known_bytes;
    std::size_t known_at;

    OutputLayout(std::int32_t kind, std::int64_t rows)
        : value_bytes(static_cast<std::size_t>(rows) * engine::value_bytes(kind)),
          known_bytes((static_cast<std::size_t>(rows) + 7) / 8),
          known_at((value_bytes + GuardBytes + BufferAlignment - 1) / BufferAlignment *
                   BufferAlignment) {}

    [[nodiscard]] std::size_t end() const { return known_at + known_bytes + GuardBytes; }
};

}  // namespace colonnade::engine
