// SPDX-License-Identifier: Apache-2.0
#include "cli/population/options.hpp"

#include <CLI/CLI.hpp>

namespace colonnade::cli {
namespace {

void add_table(CLI::App& score, Options& options) {
    score
        .add_option("--columns", options.columns,
                    "What a table shows: id, as_of, score, low, high, assessed, rating, pillars, "
                    "rules, statuses, gaps, or single pillars and rules")
        ->type_name("NAMES")
        ->delimiter(',')
        ->allow_extra_args(false);
    score.add_flag("--exact", options.exact,
                   "In a table: every digit, instead of four decimals that add up");
}

}  // namespace

void add_line_options(CLI::App& command, Options& options) {
    command
        .add_option("--rejects", options.rejects,
                    "Write which lines of NDJSON were left out, and why, to this file")
        ->type_name("FILE");
    command
        .add_option("--max-rejects", options.max_rejects,
                    "Exit with 4 when more lines than this are left out, for instance 1%")
        ->type_name("N|SHARE");
    command
        .add_option("--threads", options.threads,
                    "Threads for NDJSON (default: as many as the machine runs at once)")
        ->check(CLI::Range(1, 256))
        ->type_name("N");
}

void add_population_options(CLI::App& score, Options& options) {
    add_table(score, options);
    add_line_options(score, options);
    score
        .add_option("--partition", options.partition,
                    "Score only the K-th of N parts of a file of NDJSON, into the folder of --out; "
                    "`colonnade merge` joins them")
        ->type_name("K/N");
    score
        .add_option("--out", options.out,
                    "The folder for parts; one that is there and still right is left as it is")
        ->type_name("DIR");
    score.add_flag("--filter", options.filter,
                   "NDJSON from standard input to standard output, one line for each at once");
}

void add_impact_options(CLI::App& impact, Options& options) {
    impact.get_option("--format")->description("text, json or html (default: by the ending of -o)");
    impact
        .add_option("--data", options.data,
                    "People: NDJSON, exports, profile documents, or - for standard input")
        ->type_name("DATA")
        ->required();
    impact.add_option("--as-of", options.as_of, "The day of the scores (default: the data's own)")
        ->type_name("DATE");
    impact
        .add_option("--top", options.top, "How many of those who move most are named (default: 10)")
        ->check(CLI::Range(0, 1000))
        ->type_name("N");
    impact
        .add_option("--max-moved", options.max_moved,
                    "Exit with 1 when anybody's score moves by more points than this")
        ->type_name("POINTS");
    impact
        .add_option("--max-crossed", options.max_crossed,
                    "Exit with 1 when more people than this get another rating, for instance 2%")
        ->type_name("N|SHARE");
    add_line_options(impact, options);
}

}  // namespace colonnade::cli
