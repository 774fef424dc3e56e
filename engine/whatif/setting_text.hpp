// SPDX-License-Identifier: Apache-2.0
// Values as `--set` takes them. Written for people where that says all of it, with every digit
// else: what is read back is the same double.
#pragma once

#include <string>

#include "dsl/rulebook/curve.hpp"
#include "dsl/types/kind.hpp"

namespace colonnade::engine {

// Of a value that is no text or list.
[[nodiscard]] std::string setting_text(double value, const dsl::Type& type,
                                       const dsl::Display& display);

// The value nearest to `value`, seen from `from`, that is written with at most three decimals;
// `value` itself where there is none between the two.
[[nodiscard]] double plain_value(double value, double from, const dsl::Type& type,
                                 const dsl::Display& display);

}  // namespace colonnade::engine
