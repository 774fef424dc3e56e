// SPDX-License-Identifier: Apache-2.0
// The pieces of a rule's expressions with their values, as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>

#include "engine/explain/result.hpp"

namespace colonnade::cli {

// The member `explain` of a rule. Precondition: the rule has its pieces.
[[nodiscard]] nlohmann::ordered_json parts_json(const engine::RuleResult& rule);

// A value in the base unit of its kind: seconds, per second, 0..1; moments and categories as text.
[[nodiscard]] nlohmann::ordered_json value_json(const std::optional<double>& value,
                                                const dsl::Type& type);

}  // namespace colonnade::cli
