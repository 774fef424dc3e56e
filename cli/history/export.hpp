// SPDX-License-Identifier: Apache-2.0
// All that is kept of a person, as one JSON text for that person: docs/schemas/export.schema.json.
#pragma once

#include <string>
#include <variant>

#include "plugins/stores/store.hpp"

namespace colonnade::cli {

// Empty where there is nothing.
[[nodiscard]] std::variant<std::string, stores::StoreProblem> export_person(
    stores::Store& store, const std::string& profile);

}  // namespace colonnade::cli
