// SPDX-License-Identifier: Apache-2.0
// What a rule may name, as text or JSON.
#pragma once

#include <string>
#include <string_view>

#include "dsl/types/catalogue.hpp"

namespace colonnade::cli {

[[nodiscard]] std::string render_facts(const dsl::Catalogue& catalogue, std::string_view language);
[[nodiscard]] std::string render_facts_json(const dsl::Catalogue& catalogue);

}  // namespace colonnade::cli
