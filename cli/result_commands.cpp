// SPDX-License-Identifier: Apache-2.0
#include "cli/result_commands.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/advice_options.hpp"
#include "cli/check_written.hpp"
#include "cli/commands.hpp"
#include "cli/common_options.hpp"
#include "cli/compare/compare.hpp"
#include "cli/population/options.hpp"
#include "cli/project.hpp"

namespace colonnade::cli {
namespace {

constexpr auto ImpactExamples = R"(Examples:
  colonnade impact linkedin-ssi my-rules.yaml --data people.ndjson
  colonnade impact old.colc new.yaml --data clients/*.zip --max-moved 5
  colonnade impact old.yaml new.yaml --data people.ndjson.gz -o impact.html
)";
constexpr auto ReportExamples = R"(Examples:
  colonnade score EXPORT.zip -o report.html
  colonnade report report.html --lang de -o bericht.html
  colonnade report report.html --format json
)";
constexpr auto CompareExamples = R"(Examples:
  colonnade compare EXPORT.zip --id clara
  colonnade compare --id clara
  colonnade compare --id clara --from 2026-09-01 --to 2026-11-20
  colonnade compare OCTOBER.zip NOVEMBER.zip --id clara
  colonnade compare october.json november.json
)";

// DATA of one person with everything that `score` may know of it.
void add_advice(CLI::App& command, Options& options, const char* examples,
                Exit (*run)(const Options&), Exit& exit) {
    add_usual(command, options, examples, run, exit);
    command
        .add_option("DATA", options.data,
                    fmt::format("{}; profile document, or - for standard input", KindsOfExport))
        ->required();
    command.get_option("--format")->description("text or json (default: by the ending of -o)");
    add_join(command, options);
    add_data(command, options);
    add_stated_facts(command, options);
}

}  // namespace

void add_whatif(CLI::App& whatif, Options& options, Exit& exit) {
    add_advice(whatif, options, WhatIfExamples, run_whatif, exit);
    add_what_if_options(whatif, options);
}

void add_plan(CLI::App& plan, Options& options, Exit& exit) {
    add_advice(plan, options, PlanExamples, run_plan, exit);
    plan.get_option("--format")
        ->description(
            "text, json, or html: the report with the plan (default: by the ending of -o)");
    add_plan_options(plan, options);
}

void add_compare(CLI::App& compare, Options& options, Exit& exit) {
    add_usual(compare, options, CompareExamples, run_compare, exit);
    add_compare_options(compare, options);
}

// Names two rulebooks, so not the common one.
void add_impact(CLI::App& impact, Options& options, Exit& exit) {
    impact.footer(ImpactExamples);
    impact
        .add_option("OLD", options.old_rules,
                    "The rulebook so far: an id, or a path to a .yaml or .colc file")
        ->required();
    impact.add_option("NEW", options.new_rules, "The one to compare it with")->required();
    add_common(impact, options);
    add_impact_options(impact, options);
    impact.callback([&options, &exit] {
        exit = apply_project(options);
        if (exit == Exit::Fine) exit = run_checked(options, run_impact);
    });
}

// Needs no rulebook and no project: all is in the file.
void add_report(CLI::App& command, Options& options, Exit& exit) {
    command.footer(ReportExamples);
    command
        .add_option("FILE", options.data, "A report that `colonnade score DATA -o FILE.html` wrote")
        ->required()
        ->expected(1);
    command
        .add_option("--lang", options.language, "Language of the result (default: the report's)")
        ->type_name("de|en");
    command
        .add_option("--format", options.format, "text, json or html (default: by the ending of -o)")
        ->type_name("F");
    command.add_option("-o,--output", options.output, "Write to a file instead of standard output")
        ->type_name("FILE");
    command.add_flag("--details", options.details, "As text: every rule instead of the summary");
    add_color(command, options);
    command.callback([&options, &exit] { exit = run_checked(options, run_report); });
}

}  // namespace colonnade::cli
