// SPDX-License-Identifier: Apache-2.0
// A rulebook by id or path, with its schema, word lists and plugins, read, checked and compiled.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "dsl/rulebook/read.hpp"
#include "dsl/rulebook/rulebook.hpp"
#include "dsl/text/diagnostic.hpp"
#include "dsl/types/catalogue.hpp"
#include "engine/host/plugins.hpp"
#include "engine/load/image.hpp"
#include "engine/load/input.hpp"
#include "engine/load/load_failure.hpp"
#include "engine/program/program.hpp"

namespace colonnade::engine {

struct LoadedRulebook {
    dsl::Document document;  // what `rulebook` was read from
    dsl::Rulebook rulebook;
    dsl::Catalogue catalogue;
    Program program;
    std::string sha256;                        // over the texts of all files, in order of use
    std::vector<std::filesystem::path> files;  // rulebook, schema, word lists; or an image
    std::vector<Input> inputs;                 // the texts of all of them, in order of use
};

// `name` is a path (it has a `/` or ends in .yaml, or in .colc: an image) or an id that is looked
// for in `folders`. A rulebook's schema and lists are looked for beside it (there, in `schemas/`,
// in `lists/`), then in `folders`. Findings go to `diagnostics`; nothing comes back where there are
// errors among them. `failure` says what no diagnostic can. Where it names plugins, rules that need
// their functions are in error for everybody; such a rulebook scores the rest, and is good for
// nothing else.
[[nodiscard]] std::optional<LoadedRulebook> load_rulebook(
    const std::string& name, const std::vector<std::filesystem::path>& folders, Plugins& plugins,
    dsl::Diagnostics& diagnostics, LoadFailure& failure);

// The one in an image called `name`, which has at least one text. Nothing else is looked at.
[[nodiscard]] std::optional<LoadedRulebook> load_rulebook(Image image,
                                                          const std::filesystem::path& name,
                                                          Plugins& plugins,
                                                          dsl::Diagnostics& diagnostics,
                                                          LoadFailure& failure);

}  // namespace colonnade::engine
