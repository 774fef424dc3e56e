// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <string>

#include "cli/advice_options.hpp"
#include "cli/check_written.hpp"
#include "cli/cohort/commands.hpp"
#include "cli/commands.hpp"
#include "cli/common_options.hpp"
#include "cli/history/history.hpp"
#include "cli/merge.hpp"
#include "cli/new.hpp"
#include "cli/plugin_commands.hpp"
#include "cli/population/options.hpp"
#include "cli/result_commands.hpp"
#include "cli/usage.hpp"

namespace colonnade::cli {
namespace {

constexpr auto ScoreExamples = R"(Examples:
  colonnade score Complete_LinkedInDataExport_11-20-2026.zip
  colonnade score EXPORT.zip --details --lang de
  colonnade score EXPORT.zip --explain
  colonnade score EXPORT.zip -o report.html
  colonnade score EXPORT.zip -o report.html --hours-per-week 2 --weeks 6
  colonnade score --join Basic_EXPORT.zip Complete_EXPORT.zip
  colonnade score EXPORT.zip --fact photo=true --with answers.yaml
  colonnade score profile.json --rules my-rules.yaml -o result.json
  colonnade score people.ndjson -o scores.csv --columns id,score,pillars
  colonnade score people.ndjson --partition 3/8 --out parts
  colonnade score *.zip -o clients/
  colonnade score EXPORT.zip --min-score 60 --min brand=15 --fail-on caution
  colonnade score EXPORT.zip --baseline last.json --max-drop 2 -o next.json
)";
constexpr auto ImportExamples = R"(Examples:
  colonnade import EXPORT.zip -o profile.json
  colonnade import EXPORT/ > profile.json
  colonnade import Shares.csv --redact
  colonnade import EXPORT.zip -o profile.json --report report.json
  colonnade import crm.csv --map --guess --rules contact-network > map.yaml
  colonnade import crm.csv --map map.yaml --rules contact-network -o people.ndjson
)";
constexpr auto CheckExamples = R"(Examples:
  colonnade check my-rules.yaml
  colonnade check my-rules.yaml --fix
  colonnade check linkedin-ssi --strict
  colonnade check my-rules.yaml --origins | grep -A1 photo
  colonnade check my-rules.yaml -o my-rules.colc
)";
constexpr auto FactsExamples = R"(Examples:
  colonnade facts
  colonnade facts kontakt --lang de
  colonnade facts --unknown EXPORT.zip > answers.yaml
  colonnade facts --unknown --join Basic_EXPORT.zip Complete_EXPORT.zip > answers.yaml
  colonnade facts --format json
  colonnade facts --json-schema rulebook -o rulebook.schema.json
)";
constexpr auto FmtExamples = R"(Examples:
  colonnade fmt my-rules.yaml
  colonnade fmt --check rules/*.yaml rules/*/*.yaml
  colonnade fmt - < my-rules.yaml
)";
constexpr auto TestExamples = R"(Examples:
  colonnade test my-rules.yaml
  colonnade test my-rules.yaml --run photo --watch
  colonnade test linkedin-ssi --min-coverage 100% -o tests.xml
)";

constexpr auto ExplainExamples = R"(Examples:
  colonnade explain
  colonnade explain '#posting-rhythm'
  colonnade explain my-rules.yaml#insights.posting-rhythm --lang de
  colonnade explain unknown-key
)";

void add_gates(CLI::App& score, Options& options) {
    score
        .add_option("--min-score", options.min_score,
                    "Gate: exit with 1 where the total is below, or cannot be told")
        ->type_name("POINTS");
    score
        .add_option("--min", options.min_pillars,
                    "Gate: exit with 1 where a pillar has fewer points, such as brand=15")
        ->type_name("PILLAR=POINTS")
        ->allow_extra_args(false);
    auto* baseline =
        score
            .add_option("--baseline", options.baseline,
                        "Earlier results (--format json) of the same people, by their ids")
            ->type_name("FILE");
    auto* drop = score
                     .add_option("--max-drop", options.max_drop,
                                 "Gate: exit with 1 where the total is farther below --baseline")
                     ->type_name("POINTS");
    baseline->needs(drop);
    drop->needs(baseline);
    score.add_option("--fail-on", options.fail_on, "Gate: exit with 1 where there is one: caution")
        ->type_name("WHAT");
}

void add_score(CLI::App& score, Options& options, Exit& exit) {
    add_usual(score, options, ScoreExamples, run_score, exit);
    // Which --filter does without.
    score.add_option(
        "DATA", options.data,
        fmt::format("{}; profile document, NDJSON, or - for standard input", KindsOfExport));
    score.get_option("--format")
        ->description(
            "text, json, html, markdown, junit, or a table: csv, ndjson, parquet (default: by the "
            "ending of -o). F=FILE writes that format to a file of its own")
        ->expected(1, CLI::detail::expected_max_vector_size)
        ->allow_extra_args(false);
    score.get_option("--output")
        ->description(
            "Write to a file instead of standard output; to a folder (DIR/): a file for each "
            "person and index.html, which lists them")
        ->type_name("FILE|DIR");
    add_join(score, options);
    score.add_flag("--details", options.details, "Every rule instead of the summary");
    score.add_flag("--explain", options.explain,
                   "Every rule with the value of every piece of its expressions");
    score
        .add_option("--ssi", options.ssi,
                    "LinkedIn's own SSI as saved JSON, to show beside the score")
        ->type_name("FILE");
    score
        .add_option("--cohort", options.cohorts,
                    "People to compare with (see `colonnade cohort build`)")
        ->type_name("FILE")
        ->allow_extra_args(false);
    add_data(score, options);
    add_stated_facts(score, options);
    add_gates(score, options);
    add_population_options(score, options);
    add_save_options(score, options);
    add_plan_options(score, options);
    for (const auto* name : {"--target", "--hours", "--hours-per-week", "--weeks"})
        score.get_option(name)->group("A plan in the report");
}

void add_import(CLI::App& import, Options& options, Exit& exit) {
    add_usual(import, options, ImportExamples, run_import, exit);
    import.add_option("DATA", options.data, KindsOfExport)->required();
    add_join(import, options);
    import.add_flag("--redact", options.redact,
                    "Show what is kept, with the length of personal texts in their place");
    const auto map = [&options](const std::string& file) {
        options.maps = true;
        options.map = file;
    };
    import
        .add_option_function<std::string>(
            "--map", map, "Read DATA as a table (CSV), by a mapping from its columns to facts")
        ->type_name("FILE")
        ->expected(0, 1);
    import.add_flag("--guess", options.guess, "With --map: propose a mapping for DATA instead")
        ->needs("--map");
    import.get_option("--format")->description("json, the only form of a profile document");
    import
        .add_option("--report", options.report,
                    "Write what was found, ignored and missing to this file instead of standard "
                    "error; JSON where its name ends in .json")
        ->type_name("FILE");
    add_data(import, options);
}

void add_check(CLI::App& check, Options& options, Exit& exit) {
    add_usual(check, options, CheckExamples, run_check, exit);
    check
        .add_option("RULEBOOK", options.data,
                    "Rulebooks: ids, or paths to .yaml files or compiled .colc files")
        ->required();
    check.get_option("--format")->description("text, json or sarif (default: by the ending of -o)");
    check.get_option("--output")
        ->description(
            "Write to a file instead of standard output; to FILE.colc: the rulebook compiled, "
            "which "
            "loads faster and stands alone");
    check.add_flag("--strict", options.strict, "Exit with 1 when there are warnings");
    check.add_flag("--origins", options.origins,
                   "Instead: each value with the file and line that it comes from");
    check.add_flag("--fix", options.fix,
                   "Write into the file what the findings say, where only one meaning is possible");
}

void add_facts(CLI::App& facts, Options& options, Exit& exit) {
    add_usual(facts, options, FactsExamples, run_facts, exit);
    facts
        .add_option("WORD|DATA", options.data,
                    "Only what this word is found in; with --unknown: the data to ask about")
        ->expected(0, -1);
    facts.get_option("--format")->description("text or json");
    facts.add_flag("--unknown", options.unknown,
                   "Write what DATA could not tell as an answers file, worth most first");
    add_join(facts, options);
    facts.get_option("--join")->needs("--unknown");
    facts
        .add_option("--json-schema", options.json_schema,
                    "Write what an editor needs to know of a kind of file: rulebook, schema, "
                    "list, map, profile, answers or tests")
        ->type_name("KIND");
    add_data(facts, options);
    add_stated_facts(facts, options);
}

void add_explain(CLI::App& explain, Options& options, Exit& exit) {
    add_usual(explain, options, ExplainExamples, run_explain, exit);
    explain
        .add_option("WHAT", options.data,
                    "RULEBOOK, RULEBOOK#RULE, #RULE, or the code of a finding (default: the "
                    "points of --rules)")
        ->expected(0, 1);
}

void add_test(CLI::App& test, Options& options, Exit& exit) {
    add_usual(test, options, TestExamples, run_test, exit);
    test.add_option("RULEBOOK", options.data,
                    "Rulebooks (ids or files, tested by the .test.yaml beside them) or test files");
    test.add_option("--run", options.run, "Only cases with this in their name, whatever the case")
        ->type_name("PATTERN");
    test.add_option("--min-coverage", options.min_coverage,
                    "Exit with 1 when the cases touch less of the rulebook, for instance 90%")
        ->type_name("SHARE");
    test.add_flag("--watch", options.watch, "Run again whenever a file changes");
    test.add_flag("--details", options.details, "Every case, and everything that none touches");
    test.get_option("--format")
        ->description("text, junit or json (default: by the ending of -o, .xml or .json)");
}

// Needs no rulebook, so none of the common options.
void add_fmt(CLI::App& command, Options& options, Exit& exit) {
    command.footer(FmtExamples);
    command
        .add_option("FILE", options.data,
                    "Files to lay out, or - from standard input to standard output")
        ->required();
    command.add_flag("--check", options.check,
                     "Write nothing; show which files differ, and exit with 1 where one does");
    command.callback([&options, &exit] { exit = run_checked(options, run_fmt); });
}

struct Command {
    const char* name;
    const char* what;
    void (*add)(CLI::App& command, Options& options, Exit& exit);
};

constexpr Command Commands[] = {
    {"score", "Score a LinkedIn export or a profile document", add_score},
    {"report", "Show a report again, in another language or form, without the data", add_report},
    {"whatif", "Score as if something were otherwise", add_whatif},
    {"plan", "Choose the steps that reach a score, or that fit into the time", add_plan},
    {"history", "Show how kept results went, week by week", add_history},
    {"compare", "Say what the difference of two results comes from", add_compare},
    {"impact", "Show what a change of rules does to people", add_impact},
    {"import", "Turn an export into a profile document and report what it holds", add_import},
    {"check", "Find everything that is wrong in a rulebook", add_check},
    {"facts", "List what a rule may name, or what the data could not tell", add_facts},
    {"explain", "Say what a rule measures, or what a finding means", add_explain},
    {"test", "Run the tests beside a rulebook", add_test},
    {"fmt", "Lay out rulebooks, schemas and word lists in place", add_fmt},
    {"merge", "Join the parts of a population that `score --partition` made", add_merge},
    {"cohort", "Make and see what a score is compared with", add_cohort},
    {"plugin", "See, check and pin the plugins that may run", add_plugin},
    {"new", "Start something of your own: a plugin", add_new}};

}  // namespace

// Options are made for the command that was named only: all of them would take a tenth of the time
// of a score.
void add_commands(CLI::App& app, Options& options, Exit& exit) {
    for (const auto& [name, what, add] : Commands) {
        auto* command = app.add_subcommand(name, what)->group("Commands");
        command->preparse_callback([command, add = add, &options, &exit](std::size_t) {
            add(*command, options, exit);
            forbid_slips(*command);
        });
    }
}

}  // namespace colonnade::cli
