// SPDX-License-Identifier: Apache-2.0
// The look of a report, beyond what all pages share: report.css, which the build puts into the
// program.
#pragma once

#include <string_view>

namespace colonnade::cli {

[[nodiscard]] std::string_view report_style();

}  // namespace colonnade::cli
