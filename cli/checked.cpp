// SPDX-License-Identifier: Apache-2.0
#include "cli/checked.hpp"

#include <algorithm>

#include "cli/places.hpp"
#include "cli/plugin_settings.hpp"
#include "dsl/analyse/allow.hpp"
#include "engine/analyse/analyse.hpp"

namespace colonnade::cli {

namespace {

// Where loading failed, the findings name the files that were read.
std::vector<std::shared_ptr<const dsl::Source>> sources_of(const dsl::Diagnostics& diagnostics) {
    std::vector<std::shared_ptr<const dsl::Source>> sources;
    for (const auto& finding : diagnostics.sorted()) {
        if (std::find(sources.begin(), sources.end(), finding.source) == sources.end())
            sources.push_back(finding.source);
    }
    return sources;
}

}  // namespace

CheckedRulebook check_rulebook(const Options& options, const std::string& name) {
    CheckedRulebook checked;
    engine::Plugins plugins(plugin_settings(options));
    checked.loaded =
        engine::load_rulebook(name, rule_folders(), plugins, checked.diagnostics, checked.failure);
    say_unpinned(plugins);
    // What rules with missing functions can give and need, nobody knows.
    if (!checked.failure.plugins.empty()) checked.loaded.reset();
    if (checked.loaded) engine::analyse(*checked.loaded, checked.diagnostics);
    dsl::apply_exceptions(
        checked.loaded ? checked.loaded->document.sources : sources_of(checked.diagnostics),
        checked.diagnostics);
    return checked;
}

}  // namespace colonnade::cli
