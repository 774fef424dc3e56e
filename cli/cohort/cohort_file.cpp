// SPDX-License-Identifier: Apache-2.0
#include "cli/cohort/cohort_file.hpp"

#include <fmt/format.h>

#include <numeric>

#include "cli/json.hpp"
#include "cli/json_taker.hpp"
#include "cli/terminal.hpp"
#include "dsl/text/unicode.hpp"
#include "dsl/types/moment.hpp"
#include "engine/cohort/cohort_counter.hpp"
#include "engine/load/file.hpp"

namespace colonnade::cli {
namespace {

using engine::People;
using engine::Points;

constexpr std::size_t Form = 1;

JsonValue json_of(const Points& points) {
    return {{"members", points.members}, {"units", points.units}};
}

// Of a hundred classes most are empty in a small group.
JsonValue totals_json(const People& people) {
    auto json = JsonValue::array();
    for (std::size_t i = 0; i < people.totals.size(); ++i) {
        if (people.totals.at(i) > 0) json.push_back({i, people.totals.at(i)});
    }
    return json;
}

JsonValue json_of(const People& people, std::size_t pillars) {
    JsonValue json{{"total", json_of(people.total)}, {"totals", totals_json(people)}};
    json["pillars"] = JsonValue::array();
    for (std::size_t p = 0; p < pillars; ++p)
        json["pillars"].push_back(
            json_of(p < people.pillars.size() ? people.pillars[p] : Points{}));
    return json;
}

JsonValue moment_json(const std::optional<std::int64_t>& moment) {
    return moment ? JsonValue(dsl::time_text(*moment)) : JsonValue(nullptr);
}

JsonValue groups_json(const engine::Cohort& cohort) {
    auto groups = JsonValue::array();
    for (const auto& [name, people] : cohort.groups) {
        JsonValue group{{"name", name}};
        group.update(json_of(people, cohort.rules.pillars.size()));
        groups.push_back(std::move(group));
    }
    return groups;
}

class Reader {
public:
    std::optional<CohortFile> read(const ForeignJson& json) {
        std::size_t form = 0;
        taker_.take(json, "cohort", form);
        const auto& part = taker_.at(json, "part");
        taker_.good = taker_.good && form == Form && part.is_boolean();
        if (!taker_.good) return {};
        file_.part = part.get<bool>();
        taker_.take(json, "name", file_.name);
        taker_.take(json, "note", file_.note);
        taker_.take(json, "floor", file_.floor);
        take_rules(taker_.at(json, "rulebook"));
        taker_.take(json, "by", file_.cohort.by);
        take_moments(json);
        take_counts(json);
        take(taker_.at(json, "everyone"), file_.cohort.everyone);
        take_groups(taker_.at(json, "groups"));
        return taker_.good && fits() ? std::optional(std::move(file_)) : std::nullopt;
    }

private:
    void take_rules(const ForeignJson& json) {
        auto& rules = file_.cohort.rules;
        taker_.take(json, "id", rules.id);
        taker_.take(json, "edition", rules.edition);
        taker_.take(json, "sha256", rules.sha256);
        const auto& pillars = taker_.at(json, "pillars");
        taker_.good = taker_.good && pillars.is_array();
        for (std::size_t p = 0; taker_.good && p < pillars.size(); ++p)
            taker_.text(pillars[p], rules.pillars.emplace_back());
    }

    void take_moments(const ForeignJson& json) {
        take_moment(taker_.at(json, "first_as_of"), file_.cohort.first_as_of);
        take_moment(taker_.at(json, "last_as_of"), file_.cohort.last_as_of);
    }

    void take_moment(const ForeignJson& json, std::optional<std::int64_t>& into) {
        if (json.is_null()) return;
        std::string text;
        taker_.text(json, text);
        into = dsl::parse_moment(text);
        taker_.good = taker_.good && into;
    }

    void take_counts(const ForeignJson& json) {
        count(taker_.at(json, "not_assessed"), file_.cohort.left_out.not_assessed);
        count(taker_.at(json, "provisional"), file_.cohort.left_out.provisional);
        const auto& withheld = taker_.at(json, "withheld");
        count(taker_.at(withheld, "groups"), file_.withheld.groups);
        count(taker_.at(withheld, "members"), file_.withheld.members);
    }

    void count(const ForeignJson& json, std::uint64_t& into) {
        taker_.number(json, into);
        taker_.good = taker_.good && into <= MostPeople;
    }

    void take(const ForeignJson& json, Points& into) {
        count(taker_.at(json, "members"), into.members);
        taker_.take(json, "units", into.units);
        const auto most = into.members * static_cast<std::uint64_t>(100 * engine::PointUnits);
        taker_.good = taker_.good && into.units <= most;
    }

    void take(const ForeignJson& json, People& into) {
        take(taker_.at(json, "total"), into.total);
        take_totals(taker_.at(json, "totals"), into);
        const auto& pillars = taker_.at(json, "pillars");
        taker_.good = taker_.good && pillars.is_array() &&
                      pillars.size() == file_.cohort.rules.pillars.size();
        if (!taker_.good) return;
        into.pillars.resize(pillars.size());
        for (std::size_t p = 0; taker_.good && p < pillars.size(); ++p) {
            take(pillars[p], into.pillars[p]);
            taker_.good = taker_.good && into.pillars[p].members <= into.count();
        }
    }

    void take_totals(const ForeignJson& json, People& into) {
        taker_.good = taker_.good && json.is_array();
        std::size_t next = 0;
        for (std::size_t i = 0; taker_.good && i < json.size(); ++i) {
            const auto& pair = json[i];
            std::size_t bin = 0;
            taker_.good = pair.is_array() && pair.size() == 2;
            if (taker_.good) taker_.number(pair[0], bin);
            taker_.good = taker_.good && bin >= next && bin < into.totals.size();
            if (taker_.good) count(pair[1], into.totals.at(bin));
            next = bin + 1;
        }
        const auto all = std::accumulate(into.totals.begin(), into.totals.end(), std::uint64_t{0});
        taker_.good = taker_.good && all == into.count();
    }

    void take_groups(const ForeignJson& json) {
        taker_.good =
            taker_.good && json.is_array() && json.size() <= engine::CohortCounter::MostGroups;
        for (std::size_t i = 0; taker_.good && i < json.size(); ++i) {
            std::string name;
            taker_.take(json[i], "name", name);
            const auto [group, is_new] = file_.cohort.groups.try_emplace(name);
            take(json[i], group->second);
            taker_.good = taker_.good && is_new && !name.empty();
        }
    }

    // What is told of few people, or of more than there are, was not written by this program.
    [[nodiscard]] bool fits() const {
        const auto& cohort = file_.cohort;
        std::uint64_t grouped = 0;
        for (const auto& [name, people] : cohort.groups) {
            grouped += people.count();
            if (!file_.part && people.count() < file_.floor) return false;
        }
        return grouped <= cohort.everyone.count() &&
               (cohort.groups.empty() || !cohort.by.empty()) &&
               (file_.part || (cohort.everyone.count() >= file_.floor && file_.floor > 0));
    }

    JsonTaker taker_;
    CohortFile file_;
};

}  // namespace

std::string cohort_text(const CohortFile& file) {
    const auto& cohort = file.cohort;
    const auto& rules = cohort.rules;
    const JsonValue json{
        {"cohort", Form},
        {"name", file.name},
        {"note", file.note},
        {"part", file.part},
        {"floor", file.floor},
        {"rulebook",
         {{"id", rules.id},
          {"edition", rules.edition},
          {"sha256", rules.sha256},
          {"pillars", rules.pillars}}},
        {"by", cohort.by},
        {"first_as_of", moment_json(cohort.first_as_of)},
        {"last_as_of", moment_json(cohort.last_as_of)},
        {"not_assessed", cohort.left_out.not_assessed},
        {"provisional", cohort.left_out.provisional},
        {"withheld", {{"groups", file.withheld.groups}, {"members", file.withheld.members}}},
        {"everyone", json_of(cohort.everyone, rules.pillars.size())},
        {"groups", groups_json(cohort)}};
    return json_line(json) + "\n";
}

std::optional<CohortFile> parse_cohort(std::string_view text) {
    const auto json = ForeignJson::parse(text, nullptr, false);
    return json.is_object() ? Reader().read(json) : std::nullopt;
}

std::optional<CohortFile> read_cohort(const std::string& path) {
    const auto text = engine::read_file(path, MostCohortBytes);
    if (const auto* problem = std::get_if<engine::FileProblem>(&text)) {
        say_error(problem->message);
        return {};
    }
    auto file = parse_cohort(std::get<std::string>(text));
    if (!file)
        say_error(fmt::format("`{}` is no cohort", dsl::visible(path)),
                  "`colonnade cohort build` makes one");
    return file;
}

std::optional<CohortFile> publish(CohortFile file, std::uint64_t floor) {
    const auto members = file.cohort.everyone.count();
    if (members < floor) {
        say_error(fmt::format("{} people with a score, expected {} or more: of fewer nothing is "
                              "told",
                              members, floor),
                  "--floor says how few may be told of");
        return {};
    }
    file.part = false;
    file.floor = floor;
    file.withheld = engine::withhold_small_groups(file.cohort, floor);
    return file;
}

}  // namespace colonnade::cli
