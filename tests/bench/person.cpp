// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/person.hpp"

#include <cmath>

#include "tests/bench/chance.hpp"

namespace colonnade::bench {
namespace {

constexpr std::int64_t Day = 86'400;
constexpr std::int64_t Midnight = PopulationAsOf - PopulationAsOf % Day;

constexpr std::array<std::string_view, 4> Plans = {"free", "career", "business", "sales"};

constexpr std::array<std::string_view, 14> Titles = {"Director of Logistics",
                                                     "Managing director",
                                                     "Technical Recruiter",
                                                     "Recruiter, machine building",
                                                     "Founder and owner",
                                                     "Co-founder",
                                                     "Head of Sales",
                                                     "Geschäftsführerin",
                                                     "Software engineer",
                                                     "Leiterin Controlling",
                                                     "Nurse",
                                                     "Teacher of physics and music",
                                                     "Consultant",
                                                     "Clerk"};

constexpr std::array<std::string_view, 8> Jobs = {
    "Head of Sales",        "Head of Planning", "Software engineer",    "Sachbearbeiterin",
    "Leiterin Controlling", "Project manager",  "Director of Research", "Trainee"};

constexpr std::array<std::string_view, 12> Skills = {
    "Planning", "Welding",         "Negotiation",      "Buchhaltung",      "C++",     "First aid",
    "Sales",    "Public speaking", "Machine learning", "Qualitätsprüfung", "Writing", "Law"};

// How many of 100 events are of a kind, in the order of EventKind.
constexpr std::array<std::uint64_t, 8> KindWeights = {8, 5, 15, 30, 14, 14, 4, 10};

// The greatest values of the single numbers; small ones are more likely, as among people.
constexpr std::array<double, 11> Most = {25, 400, 6000, 150, 120, 4, 8, 8, 6, 8, 6};

EventKind make_kind(Chance& chance) {
    auto left = chance.below(100);
    std::uint8_t kind = 0;
    while (left >= KindWeights[kind])
        left -= KindWeights[kind++];
    return static_cast<EventKind>(kind);
}

constexpr std::int64_t Minute = 60;

// Seconds before `as_of`, the nearer the likelier. A minute at least: numbers of days that JSON
// writes with an exponent are rare in life, and would be one in a hundred here.
std::int64_t ago(Chance& chance, std::int64_t days) {
    const auto part = chance.part();
    return Minute +
           static_cast<std::int64_t>(part * std::sqrt(part) * static_cast<double>(days * Day));
}

void make_single_facts(Chance& chance, Person& person) {
    for (auto& yes : person.yes_no)
        yes = !chance.one_in(3);
    person.plan = chance.of(Plans);
    for (std::size_t i = 0; i < Most.size(); ++i) {
        const auto part = chance.part();
        person.numbers[i] = static_cast<int>(part * std::sqrt(part) * (Most[i] + 1));
    }
}

void make_positions(Chance& chance, Person& person) {
    person.positions.clear();
    auto end = Midnight;
    const auto number = chance.between(3, 8);
    for (std::int64_t i = 0; i < number; ++i) {
        const auto start = end - chance.between(200, 1500) * Day;
        const bool current = i == 0 && !chance.one_in(5);
        person.positions.push_back({chance.of(Jobs), start, end, current,
                                    static_cast<int>(chance.one_in(3) ? 0 : chance.below(150))});
        end = start - chance.between(0, 90) * Day;
    }
}

void make_network(Chance& chance, Person& person) {
    person.skills.clear();
    const auto skills = chance.between(5, 40);
    for (std::int64_t i = 0; i < skills; ++i) {
        const auto part = chance.part();
        person.skills.push_back({chance.of(Skills), static_cast<int>(part * part * 25)});
    }
    person.connections.clear();
    const auto connections = chance.between(50, 150);
    for (std::int64_t i = 0; i < connections; ++i) {
        const auto at = Midnight - ago(chance, 1825) / Day * Day;
        person.connections.push_back({at, chance.of(Titles), chance.one_in(4)});
    }
}

void make_events(Chance& chance, Person& person) {
    person.events.clear();
    const auto pause = chance.one_in(3) ? chance.between(0, 20) * Day : 0;
    const auto events = chance.between(20, 380);
    for (std::int64_t i = 0; i < events; ++i) {
        const auto at = PopulationAsOf - pause - ago(chance, 365);
        person.events.push_back({at, make_kind(chance)});
    }
}

}  // namespace

void make_person(std::uint64_t seed, std::uint64_t number, Person& person) {
    // Chance steps by another odd number, so people do not share a piece of their draws.
    Chance chance(seed * 0x2545f4914f6cdd1dU + number * 0xd1342543de82ef95U);
    person.number = number;
    make_single_facts(chance, person);
    make_positions(chance, person);
    make_network(chance, person);
    make_events(chance, person);
}

}  // namespace colonnade::bench
