// SPDX-License-Identifier: Apache-2.0
// The curves a second time, from the keys as a rulebook writes them, by the formulas of the
// reference of the language and the mathematical library.
#pragma once

#include <string>

namespace colonnade::tests {

// `keys` is a map in one line, such as `{full: 5 or more, none: 0}`; x in the base unit.
[[nodiscard]] double reference_share(const std::string& keys, double x);

}  // namespace colonnade::tests
