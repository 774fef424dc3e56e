// SPDX-License-Identifier: Apache-2.0
#include "cli/population/options.hpp"

#include <CLI/CLI.hpp>

namespace colonnade::cli {
namespace {

void add_table(CLI::App& score, Options& options) {
    score.get_option("--format")
        ->description(
            "text, json, or a table: csv, ndjson, parquet (default: by the ending of -o)");
    score
        .add_option("--columns", options.columns,
                    "What a table shows: id, as_of, score, low, high, assessed, rating, pillars, "
                    "rules, statuses, gaps, or single pillars and rules")
        ->type_name("NAMES")
        ->delimiter(',')
        ->allow_extra_args(false);
    score.add_flag("--exact", options.exact,
                   "In a table: every digit, instead of four decimals that add up");
    score
        .add_option("--rejects", options.rejects,
                    "Write which lines of NDJSON were left out, and why, to this file")
        ->type_name("FILE");
    score
        .add_option("--max-rejects", options.max_rejects,
                    "Exit with 4 when more lines than this are left out, for instance 1%")
        ->type_name("N|SHARE");
    score
        .add_option("--threads", options.threads,
                    "Threads for NDJSON (default: as many as the machine runs at once)")
        ->check(CLI::Range(1, 256))
        ->type_name("N");
}

}  // namespace

void add_population_options(CLI::App& score, Options& options) {
    add_table(score, options);
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

}  // namespace colonnade::cli
