// SPDX-License-Identifier: Apache-2.0
// The pillars that plugins bring, under the rulebook that names them: it lies over them as over a
// rulebook that it extends.
#pragma once

#include <memory>
#include <vector>

#include "dsl/text/diagnostic.hpp"
#include "dsl/yaml/tree.hpp"
#include "engine/host/plugins.hpp"
#include "engine/load/library.hpp"
#include "engine/load/load_failure.hpp"

namespace colonnade::engine {

// A rulebook and those that it extends, nearest first; `file` of the spans is the source's index.
struct Layers {
    std::vector<std::shared_ptr<const dsl::Source>> sources;
    std::vector<dsl::Node> roots;
};

// Loads the plugins that the layers name, and puts what is used of their rules under the last
// layer. False where a pillar was to come from a plugin that is refused, or from rules that cannot
// be read: of the rest nothing could be said that is certain.
[[nodiscard]] bool lay_plugin_rules(Layers& layers, Plugins& plugins, Library& library,
                                    dsl::Diagnostics& diagnostics, LoadFailure& failure);

}  // namespace colonnade::engine
