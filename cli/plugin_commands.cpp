// SPDX-License-Identifier: Apache-2.0
#include "cli/plugin_commands.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <string>

#include "cli/check_written.hpp"
#include "cli/commands.hpp"
#include "cli/plugin_check.hpp"
#include "cli/project.hpp"
#include "engine/host/find_library.hpp"

namespace colonnade::cli {
namespace {

constexpr auto PluginExamples = R"(Examples:
  colonnade plugin list
  colonnade plugin check video.so
  colonnade plugin lock
  colonnade plugin COMMAND --help
)";
constexpr auto ListExamples = R"(Examples:
  colonnade plugin list
  colonnade plugin list --plugin-dir ~/Downloads/plugins
  colonnade plugin list --format json
)";
constexpr auto LockExamples = R"(Examples:
  colonnade plugin lock
  colonnade plugin lock video
  colonnade plugin lock --prune
)";

// Nothing where it is one, else what is wrong.
std::string is_id(const std::string& word) {
    return engine::is_plugin_id(word)
               ? ""
               : fmt::format("found `{}`, expected the id of a plugin, such as video", word);
}

std::string is_folder(const std::string& word) {
    std::error_code error;
    return std::filesystem::is_directory(word, error)
               ? ""
               : fmt::format("found `{}`, expected a folder", word);
}

void add_plugin_dirs(CLI::App& command, Options& options) {
    command.add_option("--plugin-dir", options.plugin_dirs, "Look for plugins here first")
        ->check(is_folder)
        ->type_name("DIR")
        ->allow_extra_args(false);
}

using Run = std::function<Exit(const Options&)>;

CLI::App* add_command(CLI::App& plugin, Options& options, const char* name, const char* what,
                      const char* examples, Run run, Exit& exit) {
    auto* command = plugin.add_subcommand(name, what);
    command->footer(examples);
    command->group("Commands");
    command->callback([&options, &exit, run = std::move(run)] {
        exit = apply_project(options);
        if (exit == Exit::Fine) exit = run_checked(options, run);
    });
    return command;
}

void add_list(CLI::App& plugin, Options& options, Exit& exit) {
    auto* list = add_command(plugin, options, "list",
                             "Show every plugin that is found and how it would run; runs none",
                             ListExamples, run_plugin_list, exit);
    list->add_option("--format", options.format, "text or json (default: by the ending of -o)")
        ->type_name("F");
    list->add_option("-o,--output", options.output, "Write to a file instead of standard output")
        ->type_name("FILE");
    add_plugin_options(*list, options);
}

void add_lock(CLI::App& plugin, Options& options, Exit& exit) {
    auto* lock = add_command(plugin, options, "lock",
                             "Pin the content of plugins in colonnade.lock: from then on nothing "
                             "else runs",
                             LockExamples, run_plugin_lock, exit);
    lock->add_option("ID", options.data,
                     "Plugins to pin (default: all that are found, bundled ones apart)")
        ->check(is_id);
    lock->add_flag("--prune", options.prune, "Forget pinned plugins that are not found any more");
    add_plugin_dirs(*lock, options);
}

}  // namespace

void add_plugin_options(CLI::App& command, Options& options) {
    add_plugin_dirs(command, options);
    command
        .add_option("--trust", options.trusted,
                    "Run this plugin inside the program: it can read your files and change "
                    "results")
        ->check(is_id)
        ->type_name("ID")
        ->allow_extra_args(false);
}

void add_plugin(CLI::App& plugin, Options& options, Exit& exit) {
    plugin.footer(PluginExamples);
    plugin.require_subcommand(1);
    for (const auto add : {add_list, add_plugin_check, add_lock})
        add(plugin, options, exit);
}

}  // namespace colonnade::cli
