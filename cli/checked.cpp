// SPDX-License-Identifier: Apache-2.0
#include "cli/checked.hpp"

#include "cli/places.hpp"

namespace colonnade::cli {

CheckedRulebook check_rulebook(const Options& options, const std::string& name) {
    CheckedRulebook checked;
    engine::Plugins plugins(plugin_folders(options), COLONNADE_VERSION);
    checked.loaded =
        engine::load_rulebook(name, rule_folders(), plugins, checked.diagnostics, checked.failure);
    return checked;
}

}  // namespace colonnade::cli
