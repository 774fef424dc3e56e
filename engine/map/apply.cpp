// SPDX-License-Identifier: Apache-2.0
#include "engine/map/apply.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/map/cell_value.hpp"
#include "engine/map/map_report.hpp"
#include "engine/map/placed.hpp"
#include "plugins/text/decode.hpp"
#include "plugins/text/header.hpp"
#include "plugins/text/text.hpp"

namespace colonnade::engine {
namespace {

// What the rows so far say about one profile.
struct Profile {
    std::int64_t line = 0;
    std::vector<std::string> facts;  // JSON, empty: unknown
    std::vector<std::string> lists;  // JSON of the elements
};

bool is_empty_row(Row row) {
    return std::all_of(row.begin(), row.end(),
                       [](auto cell) { return text::trimmed(cell).empty(); });
}

// The trimmed parts of a cell, `most` of them and one more at most; an empty cell has none.
std::vector<std::string_view> parts_of(std::string_view cell, std::string_view split,
                                       std::size_t most) {
    std::vector<std::string_view> parts;
    if (cell.empty()) return parts;
    auto at = split.empty() ? std::string_view::npos : cell.find(split);
    for (; at != std::string_view::npos && parts.size() < most; at = cell.find(split)) {
        parts.push_back(text::trimmed(cell.substr(0, at)));
        cell.remove_prefix(at + split.size());
    }
    parts.push_back(text::trimmed(cell.substr(0, at)));
    return parts;
}

class TableMapper {
public:
    TableMapper(const Mapping& mapping, PlacedMapping placed, std::string_view as_of,
                const MapLimits& limits, MapReport& report)
        : is_per_element_(mapping.is_per_element),
          placed_(std::move(placed)),
          as_of_(as_of),
          limits_(limits),
          report_(report) {}

    void take(Row row, std::int64_t line) {
        if (row.size() > placed_.width) {
            return report_.refuse(
                line, fmt::format("{} cells, and the header has {}", row.size(), placed_.width));
        }
        const std::string id(placed_.id ? cell_at(row, *placed_.id) : std::string_view{});
        if (placed_.id && id.empty()) return report_.refuse(line, "the id is missing");
        auto* const profile = profile_of(id, line);
        if (profile == nullptr)
            return report_.refuse(line, "a profile with this id stands above already");
        report_.add_row();
        for (std::size_t i = 0; i < placed_.facts.size(); ++i) {
            auto value = read(placed_.facts[i], placed_.facts[i].in(row), line);
            if (profile->facts[i].empty()) profile->facts[i] = std::move(value);
        }
        for (std::size_t i = 0; i < placed_.lists.size(); ++i)
            add_elements(placed_.lists[i], row, line, profile->lists[i]);
    }

    std::vector<MappedProfile> profiles() const {
        std::vector<MappedProfile> done;
        for (std::size_t i = 0; i < profiles_.size(); ++i)
            done.push_back({document(profiles_[i], ids_[i]), ids_[i], profiles_[i].line});
        return done;
    }

private:
    // Null where each row is to be a profile and this one's id is not new.
    Profile* profile_of(const std::string& id, std::int64_t line) {
        const bool is_new = !placed_.id && !is_per_element_;
        const auto found = is_new ? by_id_.end() : by_id_.find(id);
        if (found != by_id_.end()) return is_per_element_ ? &profiles_[found->second] : nullptr;
        if (!is_new) by_id_.emplace(id, profiles_.size());
        ids_.push_back(id);
        Profile profile;
        profile.line = line;
        profile.facts.resize(placed_.facts.size());
        profile.lists.resize(placed_.lists.size());
        return &profiles_.emplace_back(std::move(profile));
    }

    // The value that a cell, or a part of one, says as JSON.
    std::string read(const PlacedValue& value, std::string_view cell, std::int64_t line) {
        auto read = cell_value(cell, *value.type, value.bounds, *value.cell);
        if (!read.problem.empty()) {
            const auto& column = value.cell->columns.front().name;
            report_.add_bad_cell(line, column, value.is_personal ? std::string_view{} : cell,
                                 read.problem);
        }
        return std::move(read.json);
    }

    void add_elements(const PlacedList& list, Row row, std::int64_t line, std::string& json) {
        std::vector<std::vector<std::string_view>> parts;  // by field
        std::size_t count = 0;
        for (const auto& field : list.fields) {
            parts.push_back(parts_of(field.in(row), list.split, limits_.parts));
            count = std::max(count, parts.back().size());
        }
        if (count > limits_.parts) {
            report_.add_cut(line, fmt::format("`{}` has more than {} parts; the rest is not read",
                                              list.name, limits_.parts));
            count = limits_.parts;
        }
        std::vector<std::string_view> cells(list.fields.size());
        for (std::size_t part = 0; part < count; ++part) {
            for (std::size_t i = 0; i < cells.size(); ++i)
                cells[i] = part < parts[i].size() ? parts[i][part] : std::string_view{};
            add_element(list, cells, line, json);
        }
    }

    // Where no cell says anything there is no element: two separators stand beside each other.
    void add_element(const PlacedList& list, Row cells, std::int64_t line, std::string& json) {
        if (is_empty_row(cells)) return;
        std::string element;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto value = read(list.fields[i], cells[i], line);
            if (value.empty()) continue;
            element += fmt::format("{}{}:{}", element.empty() ? "" : ",",
                                   json_text(list.fields[i].name), value);
        }
        json += fmt::format("{}{{{}}}", json.empty() ? "" : ",", element);
    }

    std::string document(const Profile& profile, const std::string& id) const {
        std::string json = "{\"profile\":1";
        if (!id.empty()) json += ",\"id\":" + json_text(id);
        json += ",\"as_of\":" + json_text(as_of_);
        for (std::size_t i = 0; i < placed_.facts.size(); ++i) {
            if (!profile.facts[i].empty())
                json += fmt::format(",{}:{}", json_text(placed_.facts[i].name), profile.facts[i]);
        }
        for (std::size_t i = 0; i < placed_.lists.size(); ++i)
            json += fmt::format(",{}:[{}]", json_text(placed_.lists[i].name), profile.lists[i]);
        return json + '}';
    }

    bool is_per_element_;
    PlacedMapping placed_;
    std::string_view as_of_;
    const MapLimits& limits_;
    MapReport& report_;
    std::vector<Profile> profiles_;
    std::vector<std::string> ids_;
    std::map<std::string, std::size_t> by_id_;
};

void map_rows(text::CsvScanner& scanner, std::size_t most, TableMapper& mapper, MapReport& report) {
    std::size_t rows = 0;
    for (auto step = scanner.next(); step != text::CsvScanner::Step::End; step = scanner.next()) {
        const bool is_broken = step == text::CsvScanner::Step::Broken;
        if (!is_broken && is_empty_row(scanner.cells())) continue;
        if (++rows > most) {
            return report.add_cut(scanner.line(),
                                  fmt::format("more than {} rows; the rest is not read", most));
        }
        if (is_broken) {
            report.refuse(scanner.line(), scanner.problem());
        } else {
            mapper.take(scanner.cells(), scanner.line());
        }
    }
}

}  // namespace

MappedTable apply_mapping(const Mapping& mapping, const dsl::Document& document,
                          const dsl::Catalogue& catalogue, std::string content,
                          std::string_view name, std::string_view as_of,
                          dsl::Diagnostics& diagnostics, const MapLimits& limits) {
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
    auto placed =
        engine::placed(mapping, catalogue, scanner.cells(), {document.sources, diagnostics});
    if (diagnostics.has_errors()) return table;
    MapReport report(name, decoded);
    TableMapper mapper(mapping, std::move(placed), as_of, limits, report);
    map_rows(scanner, limits.rows, mapper, report);
    table.profiles = mapper.profiles();
    table.report = report.json(as_of);
    return table;
}

}  // namespace colonnade::engine
