// SPDX-License-Identifier: Apache-2.0
// What every JSON answer about a profile begins with, and how a value stands in it.
#pragma once

#include <optional>
#include <string_view>

#include "cli/json.hpp"
#include "engine/explain/result.hpp"

namespace colonnade::cli {

// Program, the form and its version, rulebook, language, profile.
void put_head(JsonValue& json, std::string_view form, int version, const engine::Result& result);

inline constexpr int JsonDecimals = 4;

[[nodiscard]] JsonValue number_json(const std::optional<double>& value);
// Its id.
[[nodiscard]] JsonValue rating_json(const std::optional<engine::RatingResult>& rating);
// In the base unit of its kind: seconds, per second, 0..1; moments and categories as text.
[[nodiscard]] JsonValue value_json(const std::optional<double>& value, const dsl::Type& type);
// With as many decimals.
[[nodiscard]] double four_decimals(double value);
// `once`, `week`, `each`.
[[nodiscard]] std::string_view text_of(dsl::Effort::Per per);

}  // namespace colonnade::cli
