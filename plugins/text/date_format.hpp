// SPDX-License-Identifier: Apache-2.0
// Dates in forms that are written down as `DD.MM.YYYY`, and the form that all cells of a column
// have.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace colonnade::text {

// A form is made of YYYY, YY (1970 to 2069), MM, MMM (a month's name, see month_name.hpp, also with
// a point behind it), DD, HH, mm, ss, SSS (a fraction, which is passed over) and Z (`Z`, `+01:00`,
// `+0100`, or nothing: UTC); every other character stands for itself. Months, days and hours may
// have one digit.

// Why `form` is none, or empty.
[[nodiscard]] std::string_view problem_of_date_form(std::string_view form);

// Seconds since 1970-01-01 UTC, or nothing: another form, or no time from 1900 to 2100.
[[nodiscard]] std::optional<std::int64_t> read_date(std::string_view text, std::string_view form);

// The usual form that most of these texts have; empty ones are passed over. Nothing where no form
// fits half of them, and where two fit as many and differ: `03/04/2026` does not tell day from
// month.
[[nodiscard]] std::optional<std::string_view> date_form_of(std::span<const std::string_view> texts);

// `2026-11-20` and `2026-11-20T08:15:09Z`
[[nodiscard]] std::string iso_day(std::int64_t at);
[[nodiscard]] std::string iso_moment(std::int64_t at);

}  // namespace colonnade::text
