// SPDX-License-Identifier: Apache-2.0
// Which plugin reads what a person named: each is asked how sure it is.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/host/find_library.hpp"
#include "engine/host/plugin.hpp"
#include "engine/host/plugin_settings.hpp"
#include "engine/host/source.hpp"

namespace colonnade::engine {

// Ids of the plugins that were found, in the order in which they are asked: the bundled source
// first, since it is what nearly everybody needs and loading another one costs time; then the other
// bundled ones; then those that the lock names, or all where there is no lock.
[[nodiscard]] std::vector<std::string> source_candidates(std::span<const FoundLibrary> libraries,
                                                         const PluginSettings& settings);

using StartPlugin =
    std::function<std::shared_ptr<const Plugin>(const std::string& id, Refusal& refusal)>;

// Null with `problem` filled where none is at least `sure` that it can read the stream. Asks until
// one is wholly sure.
[[nodiscard]] std::shared_ptr<const Plugin> choose_source(std::span<const std::string> candidates,
                                                          const StartPlugin& start,
                                                          const HostStream& stream, Sure sure,
                                                          SourceProblem& problem);

}  // namespace colonnade::engine
