// SPDX-License-Identifier: Apache-2.0
// What every JSON answer about a profile begins with, and how a value stands in it.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>

#include "engine/explain/result.hpp"

namespace colonnade::cli {

// Program, the form and its version, rulebook, language, profile.
void put_head(nlohmann::ordered_json& json, std::string_view form, int version,
              const engine::Result& result);

[[nodiscard]] nlohmann::ordered_json number_json(const std::optional<double>& value);
// In the base unit of its kind: seconds, per second, 0..1; moments and categories as text.
[[nodiscard]] nlohmann::ordered_json value_json(const std::optional<double>& value,
                                                const dsl::Type& type);
// With four decimals.
[[nodiscard]] double four_decimals(double value);
// `once`, `week`, `each`.
[[nodiscard]] std::string_view text_of(dsl::Effort::Per per);

}  // namespace colonnade::cli
