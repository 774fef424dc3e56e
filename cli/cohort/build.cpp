// SPDX-License-Identifier: Apache-2.0
// `colonnade cohort build DATA…`: scores a population and keeps counts of it, nobody's data.
#include <fmt/format.h>

#include <deque>

#include "cli/cohort/choose_members.hpp"
#include "cli/cohort/cohort_file.hpp"
#include "cli/cohort/commands.hpp"
#include "cli/population/outcome.hpp"
#include "cli/population/population.hpp"
#include "cli/terminal.hpp"
#include "engine/cohort/cohort_counter.hpp"

namespace colonnade::cli {
namespace {

class CountingSink final : public ScoreSink {
public:
    explicit CountingSink(engine::CohortCounter& counter) : counter_(counter) {}

    void take(const engine::Batch& batch, const engine::ScoreColumns& scores,
              LineBuffer& /*out*/) override {
        counter_.add(batch, scores);
    }

private:
    engine::CohortCounter& counter_;
};

// Counts make no rows.
class NoTable final : public TableOut {
public:
    bool is_whole = false;

    [[nodiscard]] bool write(std::string_view /*text*/) override { return true; }
    [[nodiscard]] Exit finish() override {
        is_whole = true;
        return Exit::Fine;
    }
    [[nodiscard]] Exit exit() const override { return Exit::Fine; }
};

engine::Cohort empty_cohort(const engine::LoadedRulebook& loaded, const std::string& by) {
    engine::Cohort cohort;
    cohort.rules = rules_of(loaded);
    cohort.by = by;
    return cohort;
}

class Builder {
public:
    Builder(const Options& options, Session& session, engine::CohortChoice choice)
        : options_(options),
          session_(session),
          choice_(choice),
          cohort_(empty_cohort(session.loaded, options.by)) {}

    Exit run() {
        NoTable out;
        const MakeSink sinks = [this] {
            return std::make_unique<CountingSink>(counters_.emplace_back(cohort_, choice_));
        };
        const auto exit = score_population(options_, session_, sinks, out);
        if (!out.is_whole) return exit;
        if (!add_up()) return Exit::Data;
        return graver(exit, write());
    }

private:
    // The order does not matter, as everything is integers.
    bool add_up() {
        bool too_many = false;
        for (const auto& counter : counters_) {
            too_many = too_many || counter.has_too_many_groups();
            cohort_.add(counter.cohort());
        }
        if (!too_many && cohort_.groups.size() <= engine::CohortCounter::MostGroups) return true;
        say_error(fmt::format("`--by {}` makes more than {} groups", options_.by,
                              engine::CohortCounter::MostGroups),
                  "take a fact with fewer different values, such as industry");
        return false;
    }

    Exit write() {
        CohortFile file;
        file.cohort = std::move(cohort_);
        file.name = options_.name;
        file.note = options_.note;
        if (options_.part) {
            file.part = true;
            return write_output(options_, cohort_text(file));
        }
        const auto published = publish(std::move(file), options_.floor);
        if (!published) return Exit::Data;
        say_withheld(*published);
        return write_output(options_, cohort_text(*published));
    }

    const Options& options_;
    Session& session_;
    engine::CohortChoice choice_;
    engine::Cohort cohort_;
    std::deque<engine::CohortCounter> counters_;  // of each thread
};

Exit check_call(const Options& options) {
    if (options.data.empty()) {
        say_error("DATA is required", "colonnade cohort build --help");
        return Exit::Usage;
    }
    if (!most_rejects(options.max_rejects, 0)) {
        say_error(
            fmt::format("`--max-rejects {}`: expected a number or a share", options.max_rejects),
            "for instance --max-rejects 100 or --max-rejects 1%");
        return Exit::Usage;
    }
    return Exit::Fine;
}

}  // namespace

engine::CohortRules rules_of(const engine::LoadedRulebook& loaded) {
    engine::CohortRules rules{loaded.rulebook.id, loaded.rulebook.edition, loaded.sha256, {}};
    for (const auto& pillar : loaded.rulebook.pillars)
        rules.pillars.push_back(pillar.id);
    return rules;
}

void say_withheld(const CohortFile& file) {
    const auto& withheld = file.withheld;
    if (withheld.groups == 0) return;
    say_note(fmt::format("{} {} of {} people {} not told, so that nothing tells of fewer than {}",
                         withheld.groups, withheld.groups == 1 ? "group" : "groups",
                         withheld.members, withheld.groups == 1 ? "is" : "are", file.floor));
}

Exit run_cohort_build(const Options& options) {
    if (const auto end = check_call(options); end != Exit::Fine) return end;
    auto session = open_session(options);
    if (const auto* end = std::get_if<Exit>(&session)) return *end;
    auto& opened = std::get<Session>(session);
    const auto fact = group_fact(opened.loaded.catalogue, options.by);
    if (!fact) return Exit::Usage;
    need_fact(opened, *fact);
    std::optional<std::set<std::string, std::less<>>> ids;
    if (!options.members.empty()) {
        ids = read_ids(options.members);
        if (!ids) return Exit::Data;
    }
    return Builder(options, opened, {*fact, ids ? &*ids : nullptr}).run();
}

}  // namespace colonnade::cli
