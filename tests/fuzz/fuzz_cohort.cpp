// SPDX-License-Identifier: Apache-2.0
// Counts of people: a file that is taken says the same when it is written again; people counted in
// parts, in any order, are the people counted at once, to the byte; and what is told of them tells
// of nobody.
#include <algorithm>
#include <array>
#include <optional>

#include "cli/cohort/cohort_file.hpp"
#include "cli/terminal.hpp"
#include "engine/cohort/rank.hpp"
#include "tests/fuzz/fuzz.hpp"
#include "tests/fuzz/memory_file.hpp"

using namespace colonnade;
using fuzz::hold;

namespace {

constexpr std::size_t Pillars = 2;
constexpr std::size_t Parts = 3;
constexpr std::size_t MostPeopleBytes = 160;

void check_people(const engine::People& people) {
    std::uint64_t all = 0;
    for (const auto count : people.totals)
        all += count;
    hold(all == people.count(), "everybody stands in one class");
    hold(people.total.units <= people.count() * 1'000'000, "nobody has more than all points");
    hold(people.total.average().has_value() == (people.count() > 0), "nobody has no average");
    if (people.count() == 0) return;
    double last = 1;
    for (const double total : {0.0, 0.5, 49.99999, 50.0, 99.9, 100.0}) {
        const auto rank = engine::rank_among(people, total);
        hold(rank.top > 0 && rank.top <= last, "who has more does not stand lower");
        hold(rank.average >= 0 && rank.average <= 100, "an average is of points");
        last = rank.top;
    }
}

std::optional<cli::CohortFile> read_as_file(const std::string& text) {
    const cli::Heard heard;
    auto file = cli::read_cohort(fuzz::MemoryFile(text).path());
    hold(file.has_value() == heard.first_error().empty(), "why a file is no cohort is said");
    hold(!cli::read_cohort("/proc/nothing") && !heard.first_error().empty(),
         "nothing is no cohort");
    return file;
}

void check_text(const std::string& text) {
    const auto file = cli::parse_cohort(text);
    const auto of_file = read_as_file(text);
    hold(of_file.has_value() == file.has_value(), "a cohort is the same in its file", text);
    if (!file) return;
    hold(of_file->cohort == file->cohort, "a cohort is the same in its file", text);
    check_people(file->cohort.everyone);
    for (const auto& [name, people] : file->cohort.groups)
        check_people(people);
    const auto written = cli::cohort_text(*file);
    const auto again = cli::parse_cohort(written);
    hold(again.has_value(), "a cohort that is written is one", written);
    hold(again->cohort == file->cohort, "a cohort that is written holds the same", written);
    hold(cli::cohort_text(*again) == written, "a cohort is written alike", written);
}

// A person for each four bytes: a group, a total, points of two pillars.
struct Person {
    std::string group;
    double total = 0;
    std::array<double, Pillars> points{};
};

std::vector<Person> people_in(const std::string& text) {
    std::vector<Person> people;
    for (std::size_t at = 0; at + 4 <= text.size(); at += 4) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
        Person person;
        if (byte(0) % 5 != 0) person.group = std::string(1, static_cast<char>('a' + byte(0) % 5));
        person.total = byte(1) * 100 / 255.0;
        for (std::size_t p = 0; p < Pillars; ++p)
            person.points.at(p) = byte(2 + p) * 50 / 255.0;
        people.push_back(std::move(person));
    }
    return people;
}

engine::ScoreColumns columns_of(const std::vector<Person>& people) {
    engine::ScoreColumns scores;
    scores.rows = people.size();
    scores.pillars.resize(Pillars);
    for (const auto& person : people) {
        scores.total.push_back(person.total);
        for (std::size_t p = 0; p < Pillars; ++p) {
            // Who has none was not assessed there.
            scores.pillars[p].assessed.push_back(person.points.at(p) > 0 ? 1 : 0);
            scores.pillars[p].points.push_back(person.points.at(p));
        }
    }
    return scores;
}

engine::Cohort empty() {
    engine::Cohort cohort;
    cohort.rules = {"made-up", "1", "0", {"one", "two"}};
    cohort.by = "group";
    return cohort;
}

engine::Cohort counted(const std::vector<Person>& people, std::size_t part, std::size_t parts) {
    auto cohort = empty();
    const auto scores = columns_of(people);
    for (std::size_t row = part; row < people.size(); row += parts) {
        cohort.everyone.add(scores, row);
        if (!people[row].group.empty()) cohort.groups[people[row].group].add(scores, row);
        const auto as_of = static_cast<std::int64_t>(row) * 86'400;
        cohort.first_as_of = std::min(cohort.first_as_of.value_or(as_of), as_of);
        cohort.last_as_of = std::max(cohort.last_as_of.value_or(as_of), as_of);
    }
    return cohort;
}

std::string part_text(engine::Cohort cohort) {
    cli::CohortFile file;
    file.cohort = std::move(cohort);
    file.part = true;
    return cli::cohort_text(file);
}

// Read back from its file, as parts are.
engine::Cohort part(const std::vector<Person>& people, std::size_t number) {
    const auto text = part_text(counted(people, number, Parts));
    const auto file = cli::parse_cohort(text);
    hold(file.has_value(), "a part is a cohort", text);
    return file->cohort;
}

void check_parts(const std::vector<Person>& people) {
    const auto whole = part_text(counted(people, 0, 1));
    const std::array<engine::Cohort, Parts> parts{part(people, 0), part(people, 1),
                                                  part(people, 2)};
    auto forwards = empty();
    auto backwards = empty();
    for (std::size_t i = 0; i < Parts; ++i) {
        forwards.add(parts.at(i));
        backwards.add(parts.at(Parts - 1 - i));
    }
    hold(part_text(forwards) == whole, "parts add up to the whole", whole);
    hold(part_text(backwards) == whole, "in any order", whole);
    for (const auto& one : parts) {
        for (const auto& other : parts)
            hold((one == other) == (part_text(one) == part_text(other)),
                 "who is counted alike is written alike", whole);
    }
}

void check_telling(const std::vector<Person>& people, std::uint64_t floor) {
    auto cohort = counted(people, 0, 1);
    const cli::Heard heard;
    cli::CohortFile whole;
    whole.cohort = cohort;
    const auto published = cli::publish(std::move(whole), floor);
    hold(published.has_value() == heard.first_error().empty(), "why nothing is told is said");
    hold(published.has_value() == (cohort.everyone.count() >= floor), "nothing is told of few");
    if (!published) return;
    const auto before = cohort;
    const auto withheld = engine::withhold_small_groups(cohort, floor);
    auto rest = cohort.everyone.count();
    for (const auto& [name, group] : cohort.groups) {
        hold(group.count() >= floor, "nothing is told of few", name);
        hold(group == before.groups.at(name), "what is told is what was counted", name);
        rest -= group.count();
    }
    hold(cohort.groups.empty() || rest == 0 || rest >= floor,
         "few are not found by subtracting either");
    hold(before.groups.size() == cohort.groups.size() + withheld.groups, "groups are accounted");
    hold(published->cohort == cohort, "no more is told than may be");
    hold(cli::parse_cohort(cli::cohort_text(*published)).has_value(), "what is told can be read");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::text_of(data, size);
    if (text.starts_with('{')) {
        check_text(text);
        return 0;
    }
    const auto people = people_in(text.substr(0, MostPeopleBytes));
    check_parts(people);
    check_telling(people, 1 + (size == 0 ? 0 : data[0] % 7));
    return 0;
}
