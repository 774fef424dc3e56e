// SPDX-License-Identifier: Apache-2.0
// `colonnade plugin list`: every plugin that is found, how it would run, and what is pinned.
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/plugin_settings.hpp"
#include "cli/render/plugins.hpp"
#include "cli/terminal.hpp"
#include "engine/host/inspect.hpp"

namespace colonnade::cli {

Exit run_plugin_list(const Options& options) {
    const bool by_ending = options.format.empty() && options.output.ends_with(".json");
    const bool json = options.format == "json" || by_ending;
    if (!json && !options.format.empty() && options.format != "text") {
        say_error(fmt::format("no format `{}`", options.format), "text or json");
        return Exit::Usage;
    }
    const auto settings = plugin_settings(options);
    const auto found = engine::all_libraries(settings.folders);
    if (!found.problem.empty()) {
        say_error(found.problem);
        return Exit::Plugin;
    }
    const auto plugins = engine::inspect_all(found.libraries, settings);
    return write_output(
        options, json ? render_plugins_json(plugins, settings) : render_plugins(plugins, settings));
}

}  // namespace colonnade::cli
