// SPDX-License-Identifier: Apache-2.0
#include "cli/cohort/ranks.hpp"

#include <fmt/format.h>

#include "cli/cohort/choose_members.hpp"
#include "cli/cohort/commands.hpp"
#include "cli/terminal.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/cohort/cohort_counter.hpp"
#include "engine/cohort/rank.hpp"

namespace colonnade::cli {
namespace {

// What keeps a cohort from being compared with, or empty.
std::string problem_of(const CohortFile& file, const engine::LoadedRulebook& loaded) {
    const auto& rules = file.cohort.rules;
    if (file.part) return "is a part; `colonnade cohort merge` makes a cohort of it";
    if (rules == rules_of(loaded)) return {};
    if (rules.id != loaded.rulebook.id)
        return fmt::format("was scored by the rulebook `{}`, this score is by `{}`",
                           dsl::visible(rules.id), loaded.rulebook.id);
    return fmt::format("was scored by another version of the rulebook `{}`", loaded.rulebook.id);
}

}  // namespace

std::optional<Cohorts> Cohorts::open(const Options& options, Session& session) {
    Cohorts cohorts;
    for (const auto& path : options.cohorts) {
        auto file = read_cohort(path);
        if (!file) return {};
        if (const auto problem = problem_of(*file, session.loaded); !problem.empty()) {
            say_error(fmt::format("`{}` {}", dsl::visible(path), problem),
                      file->part ? "" : "build it again with these rules");
            return {};
        }
        const auto fact = group_fact(session.loaded.catalogue, file->cohort.by);
        if (!fact) return {};
        need_fact(session, *fact);
        cohorts.entries_.push_back({std::move(*file), *fact});
    }
    return cohorts;
}

void Cohorts::add_ranks(const ScoredProfile& profile, engine::Result& result) const {
    if (entries_.empty()) return;
    if (!result.score || result.provisional) {
        say_note(fmt::format("{}: no rank, as too little could be assessed",
                             dsl::visible(result.profile)));
        return;
    }
    for (const auto& [file, fact] : entries_) {
        const auto& cohort = file.cohort;
        add_rank(file, "", file.name, cohort.everyone, result);
        if (fact < 0) continue;
        const std::string group(
            engine::group_of(profile.batch->facts[static_cast<std::size_t>(fact)], 0));
        const auto found = cohort.groups.find(group);
        if (found != cohort.groups.end()) {
            add_rank(file, cohort.by, group, found->second, result);
        } else {
            say_note(fmt::format("{}: the cohort tells nothing of people with the same `{}`",
                                 dsl::visible(result.profile), cohort.by));
        }
    }
}

void Cohorts::add_rank(const CohortFile& file, const std::string& by, const std::string& name,
                       const engine::People& people, engine::Result& result) {
    const auto rank = engine::rank_among(people, *result.score);
    result.ranks.push_back(
        {by, name, rank.top, static_cast<std::size_t>(rank.members), rank.average, file.note});
}

}  // namespace colonnade::cli
