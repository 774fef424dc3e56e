// SPDX-License-Identifier: Apache-2.0
#include "engine/map/placed.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/text/nearest_name.hpp"
#include "dsl/text/unicode.hpp"
#include "plugins/text/text.hpp"

namespace colonnade::engine {
namespace {

class Placer {
public:
    Placer(Row header, const dsl::Form& form) : form_(form) {
        for (const auto cell : header)
            names_.emplace_back(text::trimmed(cell));
    }

    std::size_t place_of(const NamedColumn& column) const {
        const auto found = std::find(names_.begin(), names_.end(), column.name);
        if (found == names_.end()) {
            form_.report(dsl::Code::NotFound, column.place,
                         fmt::format("the table has no column `{}`", dsl::visible(column.name)),
                         dsl::did_you_mean(column.name, names_));
        } else if (std::find(found + 1, names_.end(), column.name) != names_.end()) {
            form_.report(
                dsl::Code::WrongValue, column.place,
                fmt::format("the table has several columns `{}`", dsl::visible(column.name)),
                "give one of them another name in the table");
        }
        return static_cast<std::size_t>(found - names_.begin());
    }

    PlacedValue value(const MappedCell& cell, const std::string& name, const dsl::Type& type,
                      const dsl::Bounds& bounds, bool is_personal) const {
        PlacedValue placed{&cell, name, &type, bounds, is_personal, {}};
        for (const auto& column : cell.columns)
            placed.places.push_back(place_of(column));
        return placed;
    }

    PlacedList list(const MappedList& list, const dsl::Fact& fact) const {
        PlacedList placed{fact.name, list.split, {}};
        for (const auto& [index, cell] : list.fields) {
            const auto& field = fact.fields[index];
            placed.fields.push_back(
                value(cell, field.name, field.type, field.bounds, fact.personal || field.personal));
        }
        return placed;
    }

private:
    const dsl::Form& form_;
    std::vector<std::string> names_;
};

}  // namespace

std::string_view cell_at(Row row, std::size_t place) {
    return place < row.size() ? text::trimmed(row[place]) : std::string_view{};
}

std::string_view PlacedValue::in(Row row) const {
    for (const auto place : places) {
        if (const auto text = cell_at(row, place); !text.empty()) return text;
    }
    return {};
}

PlacedMapping placed(const Mapping& mapping, const dsl::Catalogue& catalogue, Row header,
                     const dsl::Form& form) {
    const Placer placer(header, form);
    PlacedMapping placed;
    placed.width = header.size();
    if (mapping.id) placed.id = placer.place_of(*mapping.id);
    for (const auto& [index, cell] : mapping.facts) {
        const auto& fact = catalogue.facts[index];
        placed.facts.push_back(
            placer.value(cell, fact.name, fact.type, fact.bounds, fact.personal));
    }
    for (const auto& list : mapping.lists)
        placed.lists.push_back(placer.list(list, catalogue.facts[list.fact]));
    return placed;
}

}  // namespace colonnade::engine
