// SPDX-License-Identifier: Apache-2.0
// A mapping file: which column of a table is which fact of a profile. Read strictly and checked
// against the schema, so that what is left to go wrong is single cells.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dsl/form/keys.hpp"
#include "dsl/rulebook/read.hpp"
#include "dsl/text/diagnostic.hpp"
#include "dsl/types/catalogue.hpp"

namespace colonnade::engine {

extern const dsl::KeyTable MappingKeys;
extern const dsl::KeyTable MappedCellKeys;
extern const dsl::KeyTable MappedListKeys;

// A column by its name in the header, and where the mapping file says it.
struct NamedColumn {
    std::string name;
    dsl::Span place;
};

// Where one value comes from, and how it is written there.
struct MappedCell {
    std::vector<NamedColumn> columns;  // the first that is filled counts
    bool only_filled = false;          // not what stands there, but whether anything does
    bool none_if_empty = false;        // else unknown
    bool decimal_comma = false;
    std::string format;  // of dates; empty: as in profile documents
    std::string unit;    // `days`, `per week`, `%`
    std::vector<std::pair<std::string, std::string>> values;  // what the cell says, what is meant
};

// Of a fact, or of a field of a list's records.
struct MappedValue {
    std::size_t index = 0;  // in the catalogue, or in the fact's fields
    MappedCell cell;
};

struct MappedList {
    std::size_t fact = 0;
    std::string split;  // what separates several elements in one cell, or empty
    std::vector<MappedValue> fields;
};

struct Mapping {
    std::string name;
    bool is_per_element = false;    // several rows make a profile
    std::optional<NamedColumn> id;  // of the profile
    std::string as_of;              // a date, or empty
    std::vector<MappedValue> facts;
    std::vector<MappedList> lists;
};

// What is wrong goes to `diagnostics`; the mapping is good where no errors are among them.
[[nodiscard]] Mapping read_mapping(const dsl::Document& document, const dsl::Catalogue& catalogue,
                                   dsl::Diagnostics& diagnostics);

}  // namespace colonnade::engine
