// SPDX-License-Identifier: Apache-2.0
// A mapping placed on the header of a table: of each value the cells of a row that it stands in.
// Internal to mapping.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/form/reader.hpp"
#include "engine/map/mapping.hpp"

namespace colonnade::engine {

using Row = std::span<const std::string_view>;

struct PlacedValue {
    const MappedCell* cell = nullptr;
    std::string name;
    const dsl::Type* type = nullptr;
    dsl::Bounds bounds;
    bool is_personal = false;
    std::vector<std::size_t> places;

    // The first of its cells in which anything stands, or an empty text.
    [[nodiscard]] std::string_view in(Row row) const;
};

struct PlacedList {
    std::string name;
    std::string_view split;
    std::vector<PlacedValue> fields;
};

struct PlacedMapping {
    std::size_t width = 0;          // of the header
    std::optional<std::size_t> id;  // its place
    std::vector<PlacedValue> facts;
    std::vector<PlacedList> lists;
};

// A column that is not there, or there twice, is reported at its place in the mapping file. The
// mapping must outlive what comes out.
[[nodiscard]] PlacedMapping placed(const Mapping& mapping, const dsl::Catalogue& catalogue,
                                   Row header, const dsl::Form& form);

// The trimmed cell at `place`, empty where the row is too short.
[[nodiscard]] std::string_view cell_at(Row row, std::size_t place);

}  // namespace colonnade::engine
