// SPDX-License-Identifier: Apache-2.0
// Whether a rule counts on a day.
#pragma once

#include <cstdint>

#include "dsl/rulebook/rulebook.hpp"
#include "dsl/types/moment.hpp"
#include "engine/column/column.hpp"

namespace colonnade::engine {

// `from` and `until` are days and both count. `as_of` in microseconds.
[[nodiscard]] inline bool is_in_force(const dsl::Rule& rule, std::int64_t as_of) {
    const auto seconds = as_of / MicrosPerSecond;
    const bool begun = !rule.from || seconds >= *rule.from;
    const bool ended = rule.until && seconds >= *rule.until + dsl::SecondsPerDay;
    return begun && !ended;
}

}  // namespace colonnade::engine
