// SPDX-License-Identifier: Apache-2.0
// Dates and times in quotes, as dsl::parse_moment reads them.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/read/plain_text.hpp"

namespace colonnade::engine {

struct PlainMoment {
    const char* end = nullptr;  // the place behind it, or nullptr
    std::int64_t seconds = 0;   // since 1970-01-01 UTC
};

// A date and its quotes have this many bytes, a time has more.
inline constexpr std::ptrdiff_t DateBytes = 12;

[[nodiscard]] PlainMoment read_moment(const char* at);

}  // namespace colonnade::engine
