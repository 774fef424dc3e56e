// SPDX-License-Identifier: Apache-2.0
#include "engine/map/guess.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "dsl/text/unicode.hpp"
#include "engine/map/guess_column.hpp"
#include "plugins/text/decode.hpp"
#include "plugins/text/header.hpp"
#include "plugins/text/text.hpp"

namespace colonnade::engine {
namespace {

// Enough to tell a form; a column that only later is something else is found by its report.
constexpr std::size_t MostRowsSeen = 1'000;

struct Line {
    bool is_sure = false;
    std::string text;
};

struct Section {
    std::vector<Line> lines;
    std::set<std::size_t> used;  // columns

    [[nodiscard]] std::size_t sure() const {
        return static_cast<std::size_t>(std::count_if(
            lines.begin(), lines.end(), [](const Line& line) { return line.is_sure; }));
    }
};

// In quotes, whatever it says: a header may hold any sign.
std::string yaml_text(std::string_view text) {
    std::string quoted = "'";
    for (const char c : dsl::visible(text)) {
        quoted += c;
        if (c == '\'') quoted += c;
    }
    return quoted + "'";
}

void add(const Target& target, const std::vector<SeenColumn>& columns, Section& section) {
    const auto guess = guess_column(target, columns);
    if (!guess) return;
    const auto& name = columns[guess->column].name;
    section.lines.push_back(
        {guess->is_sure, fmt::format("{}: {{column: {}{}}}  # {}", target.name, yaml_text(name),
                                     guess->reading, guess->why)});
    if (guess->is_sure) section.used.insert(guess->column);
}

Section facts_of(const dsl::Catalogue& catalogue, const std::vector<SeenColumn>& columns) {
    Section section;
    for (const auto& fact : catalogue.facts) {
        if (!fact.type.is(dsl::Kind::List))
            add({fact.name, &fact.type, &fact.title, &fact.description}, columns, section);
    }
    return section;
}

Section fields_of(const dsl::Fact& list, const std::vector<SeenColumn>& columns) {
    Section section;
    for (const auto& field : list.fields)
        add({field.name, &field.type, &field.title, &field.description}, columns, section);
    return section;
}

// What is not sure is a comment, and so is all above it where nothing is sure.
void write(const Section& section, std::string_view indent, std::string& yaml) {
    for (const auto& line : section.lines)
        yaml += fmt::format("{}{}{}\n", line.is_sure ? "" : "# ", indent, line.text);
}

bool is_id_name(std::string_view name) {
    const auto plain = text::plain_name(name);
    return plain == "id" || plain == "kennung" || plain == "nr" || plain.ends_with("nummer") ||
           (plain.ends_with("id") && plain.size() <= 12);
}

// Of the profile: each row another one, or several rows the same.
void write_id(const std::vector<SeenColumn>& columns, bool is_per_element, std::string& yaml) {
    for (const auto& column : columns) {
        const std::set<std::string_view> different(column.cells.begin(), column.cells.end());
        const bool is_unique = different.size() == column.cells.size() && !different.contains("");
        const auto is_namesake = [&](const SeenColumn& other) { return other.name == column.name; };
        const bool is_only = std::count_if(columns.begin(), columns.end(), is_namesake) == 1;
        if (!is_only || !is_id_name(column.name) || is_unique == is_per_element) continue;
        yaml +=
            fmt::format("id: {}  # its name says so, and its cells {}\n", yaml_text(column.name),
                        is_per_element ? "repeat" : "are all different");
        return;
    }
    yaml += is_per_element ? "# id:  # without one, the whole table is one profile\n"
                           : "# id:  # the column that tells one profile from another\n";
}

std::string proposal(const dsl::Catalogue& catalogue, const std::vector<SeenColumn>& columns) {
    const auto facts = facts_of(catalogue, columns);
    Section fields;
    const dsl::Fact* list = nullptr;
    for (const auto& fact : catalogue.facts) {
        if (!fact.type.is(dsl::Kind::List)) continue;
        auto found = fields_of(fact, columns);
        if (list == nullptr || found.sure() > fields.sure()) {
            list = &fact;
            fields = std::move(found);
        }
    }
    const bool is_per_element = fields.sure() > facts.sure();
    const auto& chosen = is_per_element ? fields : facts;
    const std::string_view off = chosen.sure() == 0 ? "# " : "";
    std::string yaml =
        "# A proposal, by the names of the columns and what stands in them. Read it, correct it, "
        "and "
        "take away\n# the `#` where a line is right.\n";
    yaml += fmt::format("colonnade: 1\nmap: my-table\nschema: {}\nrows: {}\n", catalogue.schema,
                        is_per_element ? "one per element" : "one per profile");
    write_id(columns, is_per_element, yaml);
    yaml += "# as_of: 2026-11-20  # the day of the data\n";
    if (is_per_element) {
        yaml += fmt::format("{}lists:\n{}  {}:\n{}    fields:\n", off, off, list->name, off);
    } else {
        yaml += fmt::format("{}facts:\n", off);
    }
    write(chosen, is_per_element ? "      " : "  ", yaml);
    std::string unused;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!chosen.used.contains(i))
            unused += fmt::format("#   {}\n", dsl::visible(columns[i].name));
    }
    return yaml + (unused.empty() ? "" : "# Columns that nothing is taken from:\n" + unused);
}

}  // namespace

GuessedMapping guess_mapping(const dsl::Catalogue& catalogue, std::string content) {
    const auto decoded = text::decode(content);
    if (!decoded.problem.empty()) return {{}, std::string(decoded.problem)};
    auto scanner = text::scan_table(content);
    const auto step = scanner.next();
    if (step == text::CsvScanner::Step::End) return {{}, "it has no header"};
    if (step == text::CsvScanner::Step::Broken)
        return {{}, fmt::format("its header cannot be read: {}", scanner.problem())};
    std::vector<SeenColumn> columns;
    for (const auto cell : scanner.cells())
        columns.push_back({std::string(text::trimmed(cell)), {}});
    for (std::size_t row = 0; row < MostRowsSeen; ++row) {
        const auto next = scanner.next();
        if (next == text::CsvScanner::Step::End) break;
        const auto cells = scanner.cells();
        for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i)
            columns[i].cells.push_back(text::trimmed(cells[i]));
    }
    return {proposal(catalogue, columns), {}};
}

}  // namespace colonnade::engine
