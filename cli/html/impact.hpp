// SPDX-License-Identifier: Apache-2.0
// What a change of rules does to people, as a page that stands alone.
#pragma once

#include <string>

#include "cli/impact/report.hpp"

namespace colonnade::cli {

[[nodiscard]] std::string render_impact_html(const ImpactReport& report);

}  // namespace colonnade::cli
