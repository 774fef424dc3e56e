// SPDX-License-Identifier: Apache-2.0
// What a rule may name, as text or JSON.
#pragma once

#include <string>
#include <string_view>

#include "cli/fact_search.hpp"

namespace colonnade::cli {

[[nodiscard]] std::string render_facts(const FactList& list, std::string_view language);
[[nodiscard]] std::string render_facts_json(const FactList& list);

}  // namespace colonnade::cli
