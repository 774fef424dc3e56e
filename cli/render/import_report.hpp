// SPDX-License-Identifier: Apache-2.0
// What a source found, ignored and missed, for people.
#pragma once

#include <string>
#include <string_view>

#include "engine/explain/result.hpp"

namespace colonnade::cli {

// `report` is the JSON of a source. `result` tells which rules stay open.
[[nodiscard]] std::string render_import_report(std::string_view report,
                                               const engine::Result& result, bool color);

}  // namespace colonnade::cli
