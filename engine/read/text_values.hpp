// SPDX-License-Identifier: Apache-2.0
// Values that documents write as text, and how a document is refused. Internal to readers of
// documents.
#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "dsl/types/catalogue.hpp"
#include "engine/read/profile_reader.hpp"

namespace colonnade::engine {

// Unwinds to ProfileReader::read, which is the only one to catch it.
struct Refused {
    ProfileProblem problem;
};

struct Place {
    std::string_view fact;
    std::optional<std::size_t> element = {};  // of a list
    std::string_view field = {};              // empty: the fact or element itself

    [[nodiscard]] std::string text() const;
};

[[noreturn]] void refuse(const Place& place, std::string message, std::string help = {});

// `60%`, `3 days`, `2 per week`: in the base unit of the kind.
[[nodiscard]] std::optional<double> read_literal(std::string_view text, dsl::Kind kind);

[[nodiscard]] inline bool is_within(double value, const dsl::Bounds& bounds) {
    return std::isfinite(value) && value >= bounds.min && value <= bounds.max;
}

// Each of these refuses what does not fit.
[[nodiscard]] double literal_in(const Place& place, std::string_view text, dsl::Kind kind);
// Seconds since 1970-01-01 UTC.
[[nodiscard]] double moment_in(const Place& place, std::string_view text);
[[nodiscard]] double category_in(const Place& place, std::string_view text,
                                 const dsl::Category& category);
void check_bounds(const Place& place, double value, const dsl::Bounds& bounds);

}  // namespace colonnade::engine
