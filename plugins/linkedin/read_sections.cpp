// SPDX-License-Identifier: Apache-2.0
// The sections of a profile. A person with a profile in several languages has a row per language
// in some of them; rows with the same place and dates are one entry.
#include <set>
#include <tuple>

#include "readers.hpp"
#include "text.hpp"

namespace colonnade::linkedin {
namespace {

// What makes two rows the same entry. Without any date the title decides too, because two entries
// without dates at one place are more likely two entries than two languages.
using Key = std::tuple<std::string, std::string, std::string, std::string>;

Key key_of(std::string_view place, std::string_view started, std::string_view ended,
           std::string_view title) {
    const bool has_dates = !started.empty() || !ended.empty();
    return {lower(place), std::string(started), std::string(ended),
            has_dates && !place.empty() ? std::string() : lower(title)};
}

// A partial date at the start means its first day, at the end its last.
Time first_day(Table& table, Column column) {
    const auto found = table.period(column);
    return found ? Time(found->first) : Time();
}

Time last_day(Table& table, Column column) {
    const auto found = table.period(column);
    return found ? Time(found->last) : Time();
}

struct EntryColumns {
    Column name = NoColumn;
    Column started = NoColumn;
    Column ended = NoColumn;
    Column spare_name = NoColumn;  // for where `name` is empty
};

void read_entries(Table& table, const EntryColumns& columns, std::vector<SectionEntry>& entries) {
    while (table.next()) {
        auto name = table.cell(columns.name);
        if (name.empty()) name = table.cell(columns.spare_name);
        entries.push_back(
            {std::string(name), first_day(table, columns.started), last_day(table, columns.ended)});
    }
}

}  // namespace

void read_positions(Table& table, Facts& facts) {
    const auto company = table.column({"Company Name"});
    const auto title = table.column({"Title"});
    const auto description = table.column({"Description"});
    const auto started = table.column({"Started On"});
    const auto finished = table.column({"Finished On"});
    std::set<Key> seen;
    while (table.next()) {
        if (!seen.insert(key_of(table.cell(company), table.cell(started), table.cell(finished),
                                table.cell(title)))
                 .second) {
            table.leave_out();
            continue;
        }
        Position position;
        position.title = table.cell(title);
        position.company = lower(table.cell(company));
        position.started = first_day(table, started);
        position.has_end = !table.cell(finished).empty();
        if (const auto end = table.period(finished)) {
            position.ended = end->last;
            position.end_begins = end->first;
        }
        position.words = count_words(table.cell(description));
        facts.positions.push_back(std::move(position));
    }
}

void read_education(Table& table, Facts& facts) {
    const auto school = table.column({"School Name"});
    const auto started = table.column({"Start Date"});
    const auto ended = table.column({"End Date"});
    const auto notes = table.column({"Notes"});
    const auto degree = table.column({"Degree Name"});
    const auto activities = table.column({"Activities"});
    std::set<Key> seen;
    while (table.next()) {
        if (!seen.insert(key_of(table.cell(school), table.cell(started), table.cell(ended),
                                table.cell(degree)))
                 .second) {
            table.leave_out();
            continue;
        }
        facts.education.push_back(
            {first_day(table, started), last_day(table, ended),
             count_words(table.cell(notes)) + count_words(table.cell(activities))});
    }
}

void read_skills(Table& table, Facts& facts) {
    const auto name = table.column({"Name"});
    while (table.next())
        facts.skills.emplace_back(table.cell(name));
}

void read_certifications(Table& table, Facts& facts) {
    read_entries(
        table,
        {table.column({"Name"}), table.column({"Started On"}), table.column({"Finished On"})},
        facts.certifications);
}

void read_courses(Table& table, Facts& facts) {
    read_entries(table, {table.column({"Name"})}, facts.courses);
}

void read_projects(Table& table, Facts& facts) {
    const auto title = table.column({"Title"});
    const auto url = table.column({"Url"});
    const auto started = table.column({"Started On", "Start Date"});
    const auto finished = table.column({"Finished On", "End Date"});
    std::set<Key> seen;
    while (table.next()) {
        if (!seen.insert(key_of(table.cell(url), table.cell(started), table.cell(finished),
                                table.cell(title)))
                 .second) {
            table.leave_out();
            continue;
        }
        facts.projects.push_back(
            {std::string(table.cell(title)), first_day(table, started), last_day(table, finished)});
    }
}

void read_honors(Table& table, Facts& facts) {
    read_entries(table, {table.column({"Title"}), table.column({"Issued On", "Issue Date"})},
                 facts.honors);
}

void read_organizations(Table& table, Facts& facts) {
    read_entries(table,
                 {table.column({"Name"}), table.column({"Started On", "Start Date"}),
                  table.column({"Finished On", "End Date"})},
                 facts.organizations);
}

void read_volunteering(Table& table, Facts& facts) {
    read_entries(table,
                 {table.column({"Role"}), table.column({"Started On"}),
                  table.column({"Finished On"}), table.column({"Cause"})},
                 facts.volunteering);
}

void read_publications(Table& table, Facts& facts) {
    read_entries(table, {table.column({"Name"}), table.column({"Published On"})},
                 facts.publications);
}

void read_languages(Table& table, Facts& facts) {
    read_entries(table, {table.column({"Name"})}, facts.languages);
}

}  // namespace colonnade::linkedin
