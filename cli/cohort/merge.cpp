// SPDX-License-Identifier: Apache-2.0
// `colonnade cohort merge PART…`: parts added up. Whatever the parts and their order, the same
// bytes come out as if all people had been counted at once.
#include <fmt/format.h>

#include "cli/cohort/commands.hpp"
#include "cli/terminal.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/cohort/cohort_counter.hpp"

namespace colonnade::cli {
namespace {

// What keeps `next` from being added to `all`, or empty.
std::string problem_of(const CohortFile& all, const CohortFile& next, const Options& options) {
    if (!next.part) return "is no part: people of small groups are not in it any more";
    if (all.cohort.rules != next.cohort.rules) return "was scored by other rules than the first";
    if (all.cohort.by != next.cohort.by) return "has other groups than the first";
    if (options.name.empty() && all.name != next.name) return "has another name than the first";
    if (options.note.empty() && all.note != next.note) return "has another note than the first";
    return {};
}

// Both are figures of files, so their sum must not be taken on trust either.
bool is_too_much(const engine::Cohort& cohort) {
    return cohort.everyone.count() > MostPeople ||
           cohort.groups.size() > engine::CohortCounter::MostGroups;
}

std::optional<CohortFile> add_up(const Options& options) {
    std::optional<CohortFile> all;
    for (const auto& path : options.data) {
        auto next = read_cohort(path);
        if (!next) return {};
        if (const auto problem = problem_of(all ? *all : *next, *next, options); !problem.empty()) {
            say_error(fmt::format("`{}` {}", dsl::visible(path), problem),
                      "`colonnade cohort build --part` makes parts of one population");
            return {};
        }
        if (all) {
            all->cohort.add(next->cohort);
        } else {
            all = std::move(next);
        }
        if (is_too_much(all->cohort)) {
            say_error(
                fmt::format("`{}`: more people or groups than can be counted", dsl::visible(path)));
            return {};
        }
    }
    return all;
}

}  // namespace

Exit run_cohort_merge(const Options& options) {
    auto all = add_up(options);
    if (!all) return Exit::Data;
    if (!options.name.empty()) all->name = options.name;
    if (!options.note.empty()) all->note = options.note;
    if (options.part) return write_output(options, cohort_text(*all));
    const auto published = publish(std::move(*all), options.floor);
    if (!published) return Exit::Data;
    say_withheld(*published);
    return write_output(options, cohort_text(*published));
}

}  // namespace colonnade::cli
