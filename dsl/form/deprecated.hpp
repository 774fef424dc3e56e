// SPDX-License-Identifier: Apache-2.0
// Keys that had, or are often given, another name: still read, and reported with the edit that
// writes today's.
#pragma once

#include <string_view>
#include <vector>

namespace colonnade::dsl {

// The former names of `key` in maps of the table called so.
[[nodiscard]] std::vector<std::string_view> former_names(std::string_view table,
                                                         std::string_view key);

}  // namespace colonnade::dsl
