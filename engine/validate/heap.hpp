// SPDX-License-Identifier: Apache-2.0
// How much of the heap is in use.
#pragma once

#include <malloc.h>

#include <cstddef>
#include <optional>

namespace colonnade::engine {

// Sanitizers keep memory themselves and do not tell.
inline constexpr const char* HeapNotTold = "sanitizers keep memory themselves";

[[nodiscard]] inline std::optional<std::size_t> heap_in_use() {
#if defined(__SANITIZE_ADDRESS__)
    return std::nullopt;
#else
    const auto info = ::mallinfo2();
    return info.uordblks + info.hblkhd;
#endif
}

}  // namespace colonnade::engine
