// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include "cli/check_written.hpp"
#include "cli/cohort/commands.hpp"
#include "cli/command_line.hpp"
#include "cli/plugin_commands.hpp"
#include "cli/population/options.hpp"
#include "cli/project.hpp"

namespace colonnade::cli {
namespace {

constexpr auto CohortExamples = R"(Examples:
  colonnade cohort build people.ndjson --by industry -o cohort.json
  colonnade cohort show cohort.json
  colonnade score EXPORT.zip --cohort cohort.json
  colonnade cohort COMMAND --help
)";
constexpr auto BuildExamples = R"(Examples:
  colonnade cohort build people.ndjson --by industry -o cohort.json
  colonnade cohort build people.ndjson --members my-connections.txt \
      --name "my network" -o network.json
  colonnade cohort build part-1.ndjson --by industry --part -o part-1.json
)";
constexpr auto MergeExamples = R"(Examples:
  colonnade cohort merge part-1.json part-2.json -o cohort.json
)";
constexpr auto ShowExamples = R"(Examples:
  colonnade cohort show cohort.json
  colonnade cohort show cohort.json --format json
)";

void add_output(CLI::App& command, Options& options) {
    command.add_option("-o,--output", options.output, "Write to a file instead of standard output")
        ->type_name("FILE");
}

// What `build` and `merge` decide about the file that they make.
void add_file_options(CLI::App& command, Options& options) {
    add_output(command, options);
    command.add_option("--floor", options.floor, "Tell nothing of fewer people (default: 20)")
        ->check(CLI::Range(1, 1'000'000'000))
        ->type_name("N");
    command.add_flag("--part", options.part,
                     "Only a part, to be merged: holds small groups, too, so keep it to yourself");
    command.add_option("--name", options.name, "What everyone in it is called")->type_name("TEXT");
    command.add_option("--note", options.note, "Something to know about it, shown with ranks")
        ->type_name("TEXT");
}

void add_build(CLI::App& cohort, Options& options, Exit& exit) {
    auto* build = cohort.add_subcommand("build", "Count a population: how many have which score");
    build->footer(BuildExamples);
    build->group("Commands");
    build->add_option("DATA", options.data, "Profile documents, NDJSON, or LinkedIn exports");
    build
        ->add_option("--by", options.by,
                     "A fact that groups are made by, a text or a category, such as industry")
        ->type_name("FACT");
    build
        ->add_option("--members", options.members,
                     "Only people whose ids stand in this file, one a line, such as a network")
        ->type_name("FILE");
    build
        ->add_option("--rules", options.rules,
                     "Rulebook (default: the project's, else linkedin-ssi)")
        ->type_name("FILE|ID");
    add_file_options(*build, options);
    add_line_options(*build, options);
    build->add_option("--as-of", options.as_of, "The day of the scores (default: the data's own)")
        ->type_name("DATE");
    add_plugin_options(*build, options);
    build->callback([&options, &exit, build] {
        options.names_rules = build->count("--rules") > 0;
        exit = apply_project(options);
        if (exit == Exit::Fine) exit = run_checked(options, run_cohort_build);
    });
}

// These need no rulebook.
void add_merge_parts(CLI::App& cohort, Options& options, Exit& exit) {
    auto* merge = cohort.add_subcommand("merge", "Add parts of one population up");
    merge->footer(MergeExamples);
    merge->group("Commands");
    merge->add_option("PART", options.data, "Files that `cohort build --part` made")->required();
    add_file_options(*merge, options);
    merge->callback([&options, &exit] { exit = run_checked(options, run_cohort_merge); });
}

void add_show(CLI::App& cohort, Options& options, Exit& exit) {
    auto* show = cohort.add_subcommand("show", "Show who is counted, and how they score");
    show->footer(ShowExamples);
    show->group("Commands");
    show->add_option("FILE", options.data, "A cohort")->required()->expected(1);
    show->add_option("--format", options.format, "text or json")->type_name("F");
    add_output(*show, options);
    show->callback([&options, &exit] { exit = run_checked(options, run_cohort_show); });
}

}  // namespace

void add_cohort(CLI::App& cohort, Options& options, Exit& exit) {
    cohort.footer(CohortExamples);
    cohort.require_subcommand(1);
    for (const auto add : {add_build, add_merge_parts, add_show})
        add(cohort, options, exit);
}

}  // namespace colonnade::cli
