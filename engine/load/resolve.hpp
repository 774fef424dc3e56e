// SPDX-License-Identifier: Apache-2.0
// A rulebook's file with those that it extends, laid over one another.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "dsl/rulebook/read.hpp"
#include "engine/load/library.hpp"

namespace colonnade::engine {

struct Resolved {
    dsl::Document document;                      // one tree; its spans name the source
    std::vector<std::filesystem::path> folders;  // of each source
};

// True where `name` has a `/` or ends in .yaml; else it is an id.
[[nodiscard]] bool is_path(const std::string& name);

// `name` is a path or an id. Findings are reported, and nothing
// comes back where a file or its YAML cannot be read; `unreadable` says so of the rulebook's own
// file.
[[nodiscard]] std::optional<Resolved> resolve_rulebook(const std::string& name, Library& library,
                                                       dsl::Diagnostics& diagnostics,
                                                       std::optional<std::string>& unreadable);

}  // namespace colonnade::engine
