// SPDX-License-Identifier: Apache-2.0
// A rulebook with everything that can be said about it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "dsl/text/diagnostic.hpp"
#include "engine/load/load_rulebook.hpp"

namespace colonnade::cli {

struct CheckedRulebook {
    dsl::Diagnostics diagnostics;
    std::optional<engine::LoadedRulebook> loaded;  // nothing where there are errors
    engine::LoadFailure failure;
};

// The files that findings name: where loading failed, those are what is known to have been read.
[[nodiscard]] std::vector<std::shared_ptr<const dsl::Source>> sources_of(
    const dsl::Diagnostics& diagnostics);

// Loads the rulebook of that id or path and analyses it.
[[nodiscard]] CheckedRulebook check_rulebook(const Options& options, const std::string& name);

}  // namespace colonnade::cli
