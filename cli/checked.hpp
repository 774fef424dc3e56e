// SPDX-License-Identifier: Apache-2.0
// A rulebook with everything that can be said about it.
#pragma once

#include <optional>
#include <string>

#include "cli/options.hpp"
#include "dsl/text/diagnostic.hpp"
#include "engine/load/load_rulebook.hpp"

namespace colonnade::cli {

struct CheckedRulebook {
    dsl::Diagnostics diagnostics;
    std::optional<engine::LoadedRulebook> loaded;  // nothing where there are errors
    engine::LoadFailure failure;
};

// Loads the rulebook of that id or path and analyses it.
[[nodiscard]] CheckedRulebook check_rulebook(const Options& options, const std::string& name);

}  // namespace colonnade::cli
