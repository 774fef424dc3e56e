// SPDX-License-Identifier: Apache-2.0
// What a change of rules does to people, as text and as JSON (docs/schemas/impact.schema.json).
#pragma once

#include <string>

#include "cli/impact/report.hpp"
#include "cli/render/text.hpp"

namespace colonnade::cli {

[[nodiscard]] std::string render_impact(const ImpactReport& report, TextStyle style);
[[nodiscard]] std::string render_impact_json(const ImpactReport& report);

}  // namespace colonnade::cli
