// SPDX-License-Identifier: Apache-2.0
// Points that an option asks for.
#pragma once

#include <optional>
#include <string_view>

namespace colonnade::cli {

// From 0 to 100, as digits with or without a point; nothing where it is anything else.
[[nodiscard]] std::optional<double> points_of(std::string_view text);

}  // namespace colonnade::cli
