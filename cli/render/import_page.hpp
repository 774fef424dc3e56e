// SPDX-License-Identifier: Apache-2.0
// A text report of an import while it is being written. Internal to rendering it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/import_report.hpp"
#include "cli/render/import_words.hpp"

namespace colonnade::cli {

struct ImportPage {
    const ImportReport& report;
    const ImportWords& words;
    bool color;

    [[nodiscard]] std::string section(std::string_view title) const;
};

[[nodiscard]] std::string listed(const std::vector<std::string>& texts);

// Which rules wait for what is unknown, of one profile or of several.
[[nodiscard]] std::string open_section(const ImportPage& page);

}  // namespace colonnade::cli
