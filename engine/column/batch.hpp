// SPDX-License-Identifier: Apache-2.0
// The facts of 1 to 65,536 profiles as columns. One profile is a batch of one.
#pragma once

#include <string>
#include <vector>

#include "dsl/types/catalogue.hpp"
#include "engine/column/column.hpp"

namespace colonnade::engine {

inline constexpr std::size_t MostBatchRows = 65'536;
// Text offsets are 32 bits; a batch ends long before.
inline constexpr std::size_t MostBatchBytes = 8 * 1024 * 1024;

// One column over the elements of all profiles, and where each profile's elements lie.
struct ListColumn {
    Buffer<std::int32_t> offsets{0};  // rows + 1
    Bitmap known;                     // per row
    std::vector<Column> fields;       // in the schema's order; unneeded ones stay empty
    // From when on the data of the list is complete, in seconds; -inf where it always was.
    Buffer<double> covered_from;

    [[nodiscard]] std::size_t elements() const { return static_cast<std::size_t>(offsets.back()); }
    [[nodiscard]] std::size_t begin(std::size_t row) const {
        return static_cast<std::size_t>(offsets[row]);
    }
    [[nodiscard]] std::size_t end(std::size_t row) const {
        return static_cast<std::size_t>(offsets[row + 1]);
    }
};

// Which facts and fields a program needs; readers build only those.
struct Projection {
    std::vector<std::uint8_t> facts;                // per fact of the catalogue
    std::vector<std::vector<std::uint8_t>> fields;  // per list fact and field

    [[nodiscard]] static Projection all(const dsl::Catalogue& catalogue);
    [[nodiscard]] static Projection none(const dsl::Catalogue& catalogue);
};

struct Batch {
    std::size_t rows = 0;
    Buffer<std::int64_t> as_of;       // microseconds since 1970-01-01 UTC
    std::vector<Column> facts;        // per fact; of a list or an unneeded fact: empty
    std::vector<ListColumn> lists;    // per fact; of a scalar or an unneeded fact: empty
    Buffer<double> joined;            // seconds, -inf where unknown: no list reaches back further
    Buffer<std::uint8_t> incomplete;  // 1 where a needed fact or field is unknown
    std::vector<std::string> ids;
    std::vector<std::vector<std::string>> stated;  // names of facts that a person stated
};

}  // namespace colonnade::engine
