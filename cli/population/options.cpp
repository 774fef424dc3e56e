// SPDX-License-Identifier: Apache-2.0
#include "cli/population/options.hpp"

#include <CLI/CLI.hpp>

namespace colonnade::cli {

void add_population_options(CLI::App& score, Options& options) {
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
