// SPDX-License-Identifier: Apache-2.0
#include "cli/new.hpp"

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"

namespace colonnade::cli {
namespace {

constexpr auto NewExamples = R"(Examples:
  colonnade new plugin video
  colonnade new plugin video --template rust
)";

// Where it is started, not where a project or rulebook is, so none of the common options.
void add_new_plugin(CLI::App& group, Options& options, Exit& exit) {
    auto* command = group.add_subcommand(
        "plugin", "A folder NAME with a plugin that builds: a function, a pillar, tests");
    command->footer(NewExamples);
    command->add_option("NAME", options.data, "Id of the plugin and of its pillar")
        ->required()
        ->expected(1);
    command
        ->add_option("--template", options.plugin_template,
                     "Language of the source: cpp (on the SDK; the default), c or rust")
        ->type_name("KIND");
    command->callback([&options, &exit] { exit = run_new_plugin(options); });
}

}  // namespace

void add_new(CLI::App& group, Options& options, Exit& exit) {
    group.footer(NewExamples);
    group.require_subcommand(1);
    add_new_plugin(group, options, exit);
}

}  // namespace colonnade::cli
