// SPDX-License-Identifier: Apache-2.0
// A rulebook's file with those that it extends and what plugins bring, laid over one another.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "dsl/rulebook/read.hpp"
#include "engine/host/plugins.hpp"
#include "engine/load/library.hpp"
#include "engine/load/load_failure.hpp"

namespace colonnade::engine {

struct Resolved {
    dsl::Document document;                      // one tree; its spans name the source
    std::vector<std::filesystem::path> folders;  // of each source that is a file; those come first
};

// True where `name` has a `/` or ends in .yaml or .colc; else it is an id.
[[nodiscard]] bool is_path(const std::string& name);

// `name` is a path or an id. Loads the plugins that are named. Findings are reported, and nothing
// comes back where a file or its YAML cannot be read, or a pillar of a plugin is not there.
[[nodiscard]] std::optional<Resolved> resolve_rulebook(const std::string& name, Library& library,
                                                       Plugins& plugins,
                                                       dsl::Diagnostics& diagnostics,
                                                       LoadFailure& failure);

// The same of an image called `name`.
[[nodiscard]] std::optional<Resolved> resolve_image(Image image, const std::filesystem::path& name,
                                                    Library& library, Plugins& plugins,
                                                    dsl::Diagnostics& diagnostics,
                                                    LoadFailure& failure);

}  // namespace colonnade::engine
