// SPDX-License-Identifier: Apache-2.0
// SHA-256 (FIPS 180-4), for short texts. Own code because a library for one hash would be loaded
// with every archive.
#pragma once

#include <string>
#include <string_view>

namespace colonnade::linkedin {

// 64 hex digits.
[[nodiscard]] std::string sha256(std::string_view text);

}  // namespace colonnade::linkedin
