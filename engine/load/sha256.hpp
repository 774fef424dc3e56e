// SPDX-License-Identifier: Apache-2.0
// The digest that names rulebooks and profiles.
#pragma once

#include <string>
#include <string_view>

namespace colonnade::engine {

// SHA-256 in 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace colonnade::engine
