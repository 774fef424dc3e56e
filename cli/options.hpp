// SPDX-License-Identifier: Apache-2.0
// What a person asked for on the command line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/host/plugin_lock.hpp"

namespace colonnade::cli {

struct Options {
    std::vector<std::string>
        data;  // DATA; rulebooks of `check` and `test`; files of `fmt`; ids of plugins
    std::string rules = "linkedin-ssi";
    bool names_rules = false;  // else the project may name them
    std::string as_of;         // empty: the data's own
    std::string language;      // empty: the project's, else the rulebook's first
    std::string format;        // empty: by the ending of `output`, else text
    // Of `score`: formats, each alone or with the file that it goes to (`json=result.json`).
    std::vector<std::string> formats;
    std::string output;  // empty: standard output
    std::vector<std::string> plugin_dirs;
    std::vector<std::string> trusted;        // ids of plugins that run inside the program
    std::optional<engine::PluginLock> lock;  // the project's, where it has one
    std::string color = "auto";
    std::vector<std::string> with;   // answers files
    std::vector<std::string> facts;  // `name=value`
    std::vector<std::string> set;    // `name=value`, of `whatif`
    std::string target;              // of `plan`: points, or
    std::string hours;               // in all, or
    std::string hours_per_week;      // for
    std::string weeks;               // so many
    std::string id;
    std::string report;                   // of `import`; empty: standard error
    std::string ssi;                      // a file with LinkedIn's own number, for comparison
    std::string map;                      // the mapping file by which `import` reads a table
    std::string own_company;              // of the person whose contacts DATA lists
    std::string run;                      // part of the names of the cases to run; empty: all
    std::string min_coverage = "0%";      // of a rulebook by its tests
    std::string json_schema;              // the kind of file that `facts` describes for editors
    std::string plugin_template = "cpp";  // of `new plugin`
    std::vector<std::string> only;        // cases of `plugin check`, by id or group; empty: all
    std::string timeout;                  // seconds for one of them; empty: what is usual
    std::vector<std::string> columns;     // of a table of scores; empty: the usual ones
    std::string rejects;               // where lines that are no profiles go; empty: they are told
    std::string max_rejects = "0";     // as many of them, or such a share, are no failure
    std::size_t threads = 0;           // 0: as many as the machine runs at once
    std::string partition;             // `K/N`: only the K-th of N parts; empty: all
    std::string out;                   // the folder for parts
    bool filter = false;               // line in, line out
    std::vector<std::string> cohorts;  // files of people that a score is compared with
    std::string by;                    // the fact that a cohort's groups are made by
    std::string members;               // a file of the ids of those who belong to a cohort
    std::string name;                  // of everyone in a cohort
    std::string note;                  // about a cohort
    std::uint64_t floor = 20;          // of fewer people nothing is told
    // Gates of `score`; empty: none.
    std::string min_score;                 // points
    std::vector<std::string> min_pillars;  // `PILLAR=POINTS`
    std::string baseline;                  // a file with earlier results
    std::string max_drop;                  // points
    std::string fail_on;                   // `caution`
    bool part = false;                     // a cohort that is to be merged
    bool exact = false;                    // tables with whole doubles
    bool join = false;                     // all of `data` are about one person
    bool redact = false;                   // the document without the words of personal facts
    bool details = false;
    bool explain = false;
    bool strict = false;
    bool origins = false;
    bool check = false;  // `fmt` only compares
    bool fix = false;
    bool maps = false;   // `import` reads a table by a mapping
    bool guess = false;  // and proposes one instead
    bool unknown = false;
    bool verbose = false;
    bool watch = false;
    bool prune = false;       // `plugin lock` forgets what is not there any more
    bool list = false;        // `plugin check` names its cases
    bool in_process = false;  // and runs them inside the program
    // Of `impact`, whose `data` are a population.
    std::string old_rules;
    std::string new_rules;
    std::size_t top = 10;     // movers that are named
    std::string max_moved;    // points; empty: no gate
    std::string max_crossed;  // people, or a share of them; empty: no gate

    // Results that are kept, and what became of them.
    std::string save;         // `true`, or `result` without the document; empty: nothing is kept
    std::string store;        // a file or a connection; empty: the user's own
    std::string from;         // the moment that `compare` starts from; empty: the one before
    std::string to;           // and ends with; empty: the latest
    bool any_person = false;  // `compare` takes two persons
    bool exports = false;     // `history` writes all that is kept of a person
    bool deletes = false;     // or deletes it
};

}  // namespace colonnade::cli
