// SPDX-License-Identifier: Apache-2.0
// What is kept of a contact, and what became of the files. No name, address, number or note is
// here, and no message holds a value.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "limits.hpp"

namespace colonnade::contacts {

// Seconds since 1970-01-01 UTC.
using Seconds = std::int64_t;

// What a list can tell about a contact.
enum class Column {
    Added,
    Title,
    Company,
    LastContact,
    NextContact,
    Notes,
    Reachable,
    Sorted,
    Changed,
    Name,  // of the person: tells a list of people from other tables, and is not read
};
inline constexpr std::size_t ColumnCount = 10;

using Columns = std::bitset<ColumnCount>;

struct Contact {
    Columns known;   // what its file has a place for
    Columns filled;  // and what stands there
    std::string title;
    std::string company;
    std::optional<Seconds> added;
    std::optional<Seconds> last_contact;
    std::optional<Seconds> next_contact;
    std::optional<Seconds> changed;
    int notes = 0;

    [[nodiscard]] bool knows(Column column) const {
        return known[static_cast<std::size_t>(column)];
    }
    [[nodiscard]] bool has(Column column) const { return filled[static_cast<std::size_t>(column)]; }
};

struct Problem {
    std::int64_t line = 0;
    std::string message;
};

// A column whose dates are in no form that is known, or in one of two.
struct UnreadDates {
    std::int64_t line = 0;  // of the first
    std::string_view title;
};

struct FileReport {
    std::string name;
    std::string reason;  // why it was not read, or empty
    bool is_ignored = false;
    std::int64_t rows = 0;     // contacts
    std::int64_t refused = 0;  // what could not be understood
    std::int64_t replaced = 0;
    std::string_view encoding;  // where it is not UTF-8
    std::vector<Problem> problems;
    std::vector<UnreadDates> unread;
    std::int64_t cut_at = 0;  // the line from which on nothing was read: they are too many

    void add_problem(std::int64_t line, std::string_view message) {
        if (problems.size() < MostProblemsQuoted) problems.push_back({line, std::string(message)});
    }
};

struct ContactList {
    std::vector<Contact> contacts;
    std::vector<FileReport> files;
};

}  // namespace colonnade::contacts
