// SPDX-License-Identifier: Apache-2.0
// A cohort as a file: JSON, the same bytes for the same people.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/cohort/cohort.hpp"

namespace colonnade::cli {

// As many groups as there may be take some megabytes.
inline constexpr std::size_t MostCohortBytes = std::size_t{32} << 20U;
// More than there are; sums of their points stay far below what an integer holds.
inline constexpr std::uint64_t MostPeople = 1'000'000'000'000;

struct CohortFile {
    engine::Cohort cohort;
    std::string name;         // of everyone, for people; may be empty
    std::string note;         // for people; may be empty
    bool part = false;        // everything is in it, also of few; only to be merged
    std::uint64_t floor = 0;  // below it nothing is told
    engine::Withheld withheld;
};

[[nodiscard]] std::string cohort_text(const CohortFile& file);
// Nothing where it is none of this form, or its figures do not fit together.
[[nodiscard]] std::optional<CohortFile> parse_cohort(std::string_view text);
// Nothing where it cannot be read or is none, which has been said.
[[nodiscard]] std::optional<CohortFile> read_cohort(const std::string& path);

// Everything that is to be told of a cohort that holds all: nothing where it is of too few people,
// which has been said.
[[nodiscard]] std::optional<CohortFile> publish(CohortFile file, std::uint64_t floor);

}  // namespace colonnade::cli
