// SPDX-License-Identifier: Apache-2.0
// Values of JSON that a plugin wrote: what is missing or of another type is taken as empty.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/json.hpp"

namespace colonnade::cli {

// As it may be shown, without letters that a terminal obeys.
[[nodiscard]] std::string text_in(const ForeignJson& json, std::string_view key);
[[nodiscard]] std::int64_t number_in(const ForeignJson& json, std::string_view key);
[[nodiscard]] const ForeignJson& object_in(const ForeignJson& json, std::string_view key);
// The objects of a list.
[[nodiscard]] std::vector<const ForeignJson*> list_in(const ForeignJson& json,
                                                      std::string_view key);

}  // namespace colonnade::cli
