// SPDX-License-Identifier: Apache-2.0
#include "cli/common_options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <utility>

#include "cli/check_written.hpp"
#include "cli/plugin_commands.hpp"
#include "cli/project.hpp"

namespace colonnade::cli {
namespace {

// Nothing where it is one, else what is wrong.
std::string is_time_for_color(const std::string& word) {
    const bool known = word == "auto" || word == "always" || word == "never";
    return known ? "" : fmt::format("found `{}`, expected auto, always or never", word);
}

void add_rules(CLI::App& command, Options& options) {
    command
        .add_option("--rules", options.rules,
                    "Rulebook: an id, or a path to a .yaml file or to a compiled .colc file "
                    "(default: the project's, else linkedin-ssi)")
        ->type_name("FILE|ID");
}

}  // namespace

void add_color(CLI::App& command, Options& options) {
    command.add_option("--color", options.color, "Colour: auto, always or never")
        ->check(is_time_for_color)
        ->type_name("WHEN");
}

void add_common(CLI::App& command, Options& options) {
    command
        .add_option("--lang", options.language,
                    "Language of the result (default: the rulebook's first)")
        ->type_name("de|en");
    const auto take_formats = [&options](const std::vector<std::string>& formats) {
        options.formats = formats;
        options.format = formats.back();
    };
    command
        .add_option_function<std::vector<std::string>>(
            "--format", take_formats, "text, json or ndjson (default: by the ending of -o)")
        ->type_name("F")
        ->expected(1);
    command.add_option("-o,--output", options.output, "Write to a file instead of standard output")
        ->type_name("FILE");
    add_plugin_options(command, options);
    add_color(command, options);
    command.add_flag("-v,--verbose", options.verbose, "Say which files are used");
}

void add_join(CLI::App& command, Options& options) {
    command.add_flag("--join", options.join,
                     "All DATA are about one person, such as the two archives that LinkedIn sends");
}

void add_data(CLI::App& command, Options& options) {
    command.add_option("--as-of", options.as_of, "The day of the score (default: the data's own)")
        ->type_name("DATE");
    command.add_option("--id", options.id, "Id of the profile in the result")->type_name("ID");
    command
        .add_option("--own-company", options.own_company,
                    "Where the person whose contacts DATA lists works; tells who are coworkers")
        ->type_name("NAME");
}

void add_stated_facts(CLI::App& command, Options& options) {
    command
        .add_option("--fact", options.facts,
                    "A fact that the data cannot hold, for instance photo=true")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    command
        .add_option("--with", options.with,
                    "A file of such facts (see `colonnade facts --unknown`)")
        ->type_name("FILE")
        ->allow_extra_args(false);
}

void add_usual(CLI::App& command, Options& options, const char* examples,
               std::function<Exit(const Options&)> run, Exit& exit) {
    command.footer(examples);
    add_rules(command, options);
    add_common(command, options);
    command.callback([&options, &exit, &command, run = std::move(run)] {
        options.names_rules = command.count("--rules") > 0;
        exit = apply_project(options);
        if (exit == Exit::Fine) exit = run_checked(options, run);
    });
}

}  // namespace colonnade::cli
