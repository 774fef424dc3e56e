// SPDX-License-Identifier: Apache-2.0
// One export from stream to document and report: the whole work, without the plugin's C border.
#pragma once

#include <memory>
#include <string>

#include "container.hpp"
#include "inventory.hpp"
#include "options.hpp"

namespace colonnade::linkedin {

struct Import {
    std::string document;
    std::string report;
};

// The stream must be open for as long as this runs.
[[nodiscard]] Failure import_export(Container& container, const Inventory& inventory,
                                    std::string_view name, const Options& options, Import& result);

}  // namespace colonnade::linkedin
