// SPDX-License-Identifier: Apache-2.0
#include "engine/map/apply.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>

#include "dsl/form/reader.hpp"
#include "dsl/text/nearest_name.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/map/cell_value.hpp"
#include "engine/map/map_report.hpp"
#include "plugins/text/decode.hpp"
#include "plugins/text/header.hpp"
#include "plugins/text/json_writer.hpp"
#include "plugins/text/text.hpp"

namespace colonnade::engine {
namespace {

using Row = std::span<const std::string_view>;

// A person lists 50 skills in a cell; finding each part looks at those before it.
constexpr std::size_t MostParts = 1'000;

// The places of a cell's columns in the row.
using Places = std::vector<std::size_t>;

struct PlacedValue {
    const MappedCell* cell = nullptr;
    std::string name;
    const dsl::Type* type = nullptr;
    dsl::Bounds bounds;
    bool is_personal = false;
    Places places;
};

struct PlacedList {
    std::string name;
    std::string_view split;
    std::vector<PlacedValue> fields;
};

// What the rows so far say about one profile.
struct Profile {
    std::int64_t line = 0;
    std::vector<std::string> facts;  // JSON, empty: unknown
    std::vector<std::string> lists;  // JSON of the elements
};

std::string quoted(std::string_view text) {
    text::JsonWriter json;
    json.text(text);
    return json.take();
}

// The part of a cell that belongs to the element `index`.
std::string_view part_of(std::string_view cell, std::string_view split, std::size_t index) {
    for (; index > 0; --index) {
        const auto at = cell.find(split);
        if (at == std::string_view::npos) return {};
        cell.remove_prefix(at + split.size());
    }
    return text::trimmed(cell.substr(0, cell.find(split)));
}

std::size_t parts_in(std::string_view cell, std::string_view split) {
    std::size_t parts = 1;
    for (auto at = cell.find(split); at != std::string_view::npos;
         at = cell.find(split, at + split.size()))
        ++parts;
    return parts;
}

class TableMapper {
public:
    TableMapper(const Mapping& mapping, const dsl::Catalogue& catalogue, std::string_view as_of,
                MapReport& report)
        : mapping_(mapping), catalogue_(catalogue), as_of_(as_of), report_(report) {}

    // False where a column is not there, which is reported.
    bool place(Row header, const dsl::Form& form) {
        const auto before = form.diagnostics.errors();
        if (mapping_.id) id_ = place_of(*mapping_.id, header, form);
        for (const auto& value : mapping_.facts) {
            const auto& fact = catalogue_.facts[value.index];
            facts_.push_back({&value.cell, fact.name, &fact.type, fact.bounds, fact.personal,
                              places_of(value.cell, header, form)});
        }
        for (const auto& list : mapping_.lists) {
            const auto& fact = catalogue_.facts[list.fact];
            PlacedList placed{fact.name, list.split, {}};
            for (const auto& value : list.fields) {
                const auto& field = fact.fields[value.index];
                placed.fields.push_back({&value.cell, field.name, &field.type, field.bounds,
                                         fact.personal || field.personal,
                                         places_of(value.cell, header, form)});
            }
            lists_.push_back(std::move(placed));
        }
        width_ = header.size();
        return form.diagnostics.errors() == before;
    }

    void take(Row row, std::int64_t line) {
        if (row.size() > width_) {
            return report_.refuse(
                line, fmt::format("{} cells, and the header has {}", row.size(), width_));
        }
        const std::string id(mapping_.id ? cell_at(row, id_) : std::string_view{});
        if (mapping_.id && id.empty()) return report_.refuse(line, "the id is missing");
        auto* const profile = profile_of(id, line);
        if (profile == nullptr)
            return report_.refuse(line, "a profile with this id stands above already");
        report_.add_row();
        for (std::size_t i = 0; i < facts_.size(); ++i) {
            auto value = value_in(facts_[i], row, line, {}, 0);
            if (profile->facts[i].empty()) profile->facts[i] = std::move(value);
        }
        for (std::size_t i = 0; i < lists_.size(); ++i)
            add_elements(lists_[i], row, line, profile->lists[i]);
    }

    std::vector<MappedProfile> profiles() const {
        std::vector<MappedProfile> done;
        for (std::size_t i = 0; i < profiles_.size(); ++i)
            done.push_back({document(profiles_[i], ids_[i]), ids_[i], profiles_[i].line});
        return done;
    }

private:
    std::size_t place_of(const NamedColumn& column, Row header, const dsl::Form& form) {
        for (std::size_t i = 0; i < header.size(); ++i) {
            if (text::trimmed(header[i]) == column.name) return i;
        }
        std::vector<std::string> known;
        for (const auto cell : header)
            known.emplace_back(text::trimmed(cell));
        form.report(dsl::Code::NotFound, column.place,
                    fmt::format("the table has no column `{}`", column.name),
                    dsl::did_you_mean(column.name, known));
        return 0;
    }

    Places places_of(const MappedCell& cell, Row header, const dsl::Form& form) {
        Places places;
        for (const auto& column : cell.columns)
            places.push_back(place_of(column, header, form));
        return places;
    }

    static std::string_view cell_at(Row row, std::size_t place) {
        return place < row.size() ? text::trimmed(row[place]) : std::string_view{};
    }

    static std::string_view first_filled(const PlacedValue& value, Row row) {
        for (const auto place : value.places) {
            if (const auto cell = cell_at(row, place); !cell.empty()) return cell;
        }
        return {};
    }

    // Null where each row is to be a profile and this one's id is not new.
    Profile* profile_of(const std::string& id, std::int64_t line) {
        const bool is_new = !mapping_.id && !mapping_.is_per_element;
        const auto found = is_new ? by_id_.end() : by_id_.find(id);
        if (found != by_id_.end())
            return mapping_.is_per_element ? &profiles_[found->second] : nullptr;
        if (!is_new) by_id_.emplace(id, profiles_.size());
        ids_.push_back(id);
        Profile profile;
        profile.line = line;
        profile.facts.resize(facts_.size());
        profile.lists.resize(lists_.size());
        return &profiles_.emplace_back(std::move(profile));
    }

    std::string value_in(const PlacedValue& value, Row row, std::int64_t line,
                         std::string_view split, std::size_t part) {
        auto cell = first_filled(value, row);
        if (!split.empty()) cell = part_of(cell, split, part);
        auto read = cell_value(cell, *value.type, value.bounds, *value.cell);
        if (!read.problem.empty()) {
            const auto& column = value.cell->columns.front().name;
            report_.add_bad_cell(line, column, value.is_personal ? std::string_view{} : cell,
                                 read.problem);
        }
        return std::move(read.json);
    }

    void add_elements(const PlacedList& list, Row row, std::int64_t line, std::string& json) {
        std::size_t parts = 0;
        for (const auto& field : list.fields) {
            const auto cell = first_filled(field, row);
            if (!cell.empty())
                parts = std::max(parts, list.split.empty() ? 1 : parts_in(cell, list.split));
        }
        if (parts > MostParts) {
            report_.add_bad_cell(line, list.name, {},
                                 "of more than 1000 parts; the rest is not read");
            parts = MostParts;
        }
        for (std::size_t part = 0; part < parts; ++part) {
            std::string element;
            for (const auto& field : list.fields) {
                const auto value = value_in(field, row, line, list.split, part);
                if (value.empty()) continue;
                element +=
                    fmt::format("{}{}:{}", element.empty() ? "" : ",", quoted(field.name), value);
            }
            json += fmt::format("{}{{{}}}", json.empty() ? "" : ",", element);
        }
    }

    std::string document(const Profile& profile, const std::string& id) const {
        std::string json = "{\"profile\":1";
        if (!id.empty()) json += ",\"id\":" + quoted(id);
        json += ",\"as_of\":" + quoted(as_of_);
        for (std::size_t i = 0; i < facts_.size(); ++i) {
            if (!profile.facts[i].empty())
                json += fmt::format(",{}:{}", quoted(facts_[i].name), profile.facts[i]);
        }
        for (std::size_t i = 0; i < lists_.size(); ++i)
            json += fmt::format(",{}:[{}]", quoted(lists_[i].name), profile.lists[i]);
        return json + '}';
    }

    const Mapping& mapping_;
    const dsl::Catalogue& catalogue_;
    std::string_view as_of_;
    MapReport& report_;
    std::size_t id_ = 0;
    std::size_t width_ = 0;
    std::vector<PlacedValue> facts_;
    std::vector<PlacedList> lists_;
    std::vector<Profile> profiles_;
    std::vector<std::string> ids_;
    std::map<std::string, std::size_t> by_id_;
};

bool is_empty_row(Row row) {
    return std::all_of(row.begin(), row.end(),
                       [](auto cell) { return text::trimmed(cell).empty(); });
}

void map_rows(text::CsvScanner& scanner, TableMapper& mapper, MapReport& report) {
    std::size_t rows = 0;
    for (auto step = scanner.next(); step != text::CsvScanner::Step::End; step = scanner.next()) {
        if (++rows > MostMappedRows) {
            report.refuse(scanner.line(), "more than 1000000 rows; the rest is not read");
            return;
        }
        if (step == text::CsvScanner::Step::Broken) {
            report.refuse(scanner.line(), scanner.problem());
        } else if (!is_empty_row(scanner.cells())) {
            mapper.take(scanner.cells(), scanner.line());
        }
    }
}

}  // namespace

MappedTable apply_mapping(const Mapping& mapping, const dsl::Document& document,
                          const dsl::Catalogue& catalogue, std::string content,
                          std::string_view name, std::string_view as_of,
                          dsl::Diagnostics& diagnostics) {
    MappedTable table;
    const auto decoded = text::decode(content);
    table.problem = decoded.problem;
    if (!table.problem.empty()) return table;
    auto scanner = text::scan_table(content);
    const auto step = scanner.next();
    if (step == text::CsvScanner::Step::End) table.problem = "it has no header";
    if (step == text::CsvScanner::Step::Broken)
        table.problem = fmt::format("its header cannot be read: {}", scanner.problem());
    if (!table.problem.empty()) return table;
    MapReport report(name, decoded);
    TableMapper mapper(mapping, catalogue, as_of, report);
    if (!mapper.place(scanner.cells(), {document.sources, diagnostics})) return table;
    map_rows(scanner, mapper, report);
    table.profiles = mapper.profiles();
    table.report = report.json(as_of);
    return table;
}

}  // namespace colonnade::engine
