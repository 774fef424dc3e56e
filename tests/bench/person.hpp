// SPDX-License-Identifier: Apache-2.0
// The invented people of the populations that are measured: what they are, and the two documents of
// each. The deep one holds lists; the flat one what its rulebook counts in them, so both score
// alike.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace colonnade::bench {

struct Position {
    std::string_view title;
    std::int64_t started = 0;
    std::int64_t ended = 0;  // meant where it is not current
    bool current = false;
    int words = 0;
};

struct Skill {
    std::string_view name;
    int endorsements = 0;
};

struct Connection {
    std::int64_t at = 0;
    std::string_view title;
    bool coworker = false;
};

enum class EventKind : std::uint8_t {
    Post,
    Repost,
    Comment,
    Reaction,
    MessageSent,
    MessageReceived,
    Invitation,
    Search
};

struct Event {
    std::int64_t at = 0;
    EventKind kind = EventKind::Post;
};

struct Person {
    std::uint64_t number = 0;
    std::array<bool, 8> yes_no = {};
    std::string_view plan;
    std::array<int, 11> numbers = {};
    std::vector<Position> positions = {};
    std::vector<Skill> skills = {};
    std::vector<Connection> connections = {};
    std::vector<Event> events = {};
};

inline constexpr std::int64_t PopulationAsOf = 1'795'219'199;  // 2026-11-20T23:59:59Z

// The same number and seed give the same person, whoever came before. Takes over the memory of
// `person`.
void make_person(std::uint64_t seed, std::uint64_t number, Person& person);

// One line of NDJSON each, with its line feed, added to `out`.
void write_flat(const Person& person, std::string& out);
void write_deep(const Person& person, std::string& out);

}  // namespace colonnade::bench
