// SPDX-License-Identifier: Apache-2.0
// A table and a mapping to profile documents. A bad row or cell is counted and told with its line,
// and ends nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/map/mapping.hpp"

namespace colonnade::engine {

// A customer system of a large firm; more is no list that one person looks after.
inline constexpr std::size_t MostMappedRows = 1'000'000;
inline constexpr std::size_t MostTableBytes = 256 * 1024 * 1024;
// A person lists 50 skills in a cell.
inline constexpr std::size_t MostParts = 1'000;

struct MapLimits {
    std::size_t rows = MostMappedRows;
    std::size_t parts = MostParts;  // of a cell with several elements
};

struct MappedProfile {
    std::string json;
    std::string id;         // empty: the table has none
    std::int64_t line = 0;  // of its first row
};

struct MappedTable {
    std::vector<MappedProfile> profiles;
    std::string report;   // JSON, as of a source
    std::string problem;  // why it is no table, or empty
};

// Columns that the table does not have are reported at their place in the mapping file.
[[nodiscard]] MappedTable apply_mapping(const Mapping& mapping, const dsl::Document& document,
                                        const dsl::Catalogue& catalogue, std::string content,
                                        std::string_view name, std::string_view as_of,
                                        dsl::Diagnostics& diagnostics,
                                        const MapLimits& limits = {});

}  // namespace colonnade::engine
