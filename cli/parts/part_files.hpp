// SPDX-License-Identifier: Apache-2.0
// Which part of how many, and the names of its files: `part-3-of-8.csv` and the like.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "cli/table/writer.hpp"

namespace colonnade::cli {

// How the names of all of them begin.
inline constexpr std::string_view PartBegin = "part-";
// A part has three files, all in one folder.
inline constexpr std::size_t MostParts = 100'000;

// `number` from 1 to `of`.
struct PartNumber {
    std::size_t number = 1;
    std::size_t of = 1;

    bool operator==(const PartNumber&) const = default;
};

// `3/8`; nothing where it is none.
[[nodiscard]] std::optional<PartNumber> parse_part(std::string_view text);
// The part whose manifest has that name.
[[nodiscard]] std::optional<PartNumber> part_of_manifest(std::string_view name);

struct PartFiles {
    std::string table;
    std::string rejects;
    std::string manifest;
};

[[nodiscard]] PartFiles part_files(const PartNumber& part, TableForm form);
[[nodiscard]] std::string_view ending_of(TableForm form);

}  // namespace colonnade::cli
