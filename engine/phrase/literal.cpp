// SPDX-License-Identifier: Apache-2.0
// Literals and windows in the words of a language, in the unit that keeps them whole: a window of
// 12 weeks is not shown as 2.8 months.
#include <fmt/format.h>

#include <array>
#include <cmath>

#include "engine/explain/value_text.hpp"
#include "engine/explain/words.hpp"
#include "engine/phrase/wording.hpp"

namespace colonnade::engine {
namespace {

using dsl::Kind;
using dsl::Unit;

constexpr std::array<Unit, 7> LargestFirst{Unit::Year, Unit::Month,  Unit::Week,  Unit::Day,
                                           Unit::Hour, Unit::Minute, Unit::Second};
constexpr std::array<std::string_view, 7> GermanLastOne{
    "in der letzten Sekunde", "in der letzten Minute", "in der letzten Stunde", "am letzten Tag",
    "in der letzten Woche",   "im letzten Monat",      "im letzten Jahr"};
// More decimals than anybody writes; what is computed with is not cut off.
constexpr int Decimals = 6;

bool is_whole(double value) {
    const double nearest = std::round(value);
    return nearest >= 1 && std::abs(value - nearest) < 1e-9 * nearest;
}

std::optional<Unit> whole_unit(double seconds) {
    for (const auto unit : LargestFirst) {
        if (is_whole(seconds / seconds_in(unit))) return unit;
    }
    return std::nullopt;
}

// `2 per week` rather than `8.7 per month`: the shortest period with a whole number, else the
// longest of which one has a whole number of.
dsl::Display rate_display(double rate) {
    for (auto unit = LargestFirst.rbegin(); unit != LargestFirst.rend(); ++unit) {
        if (is_whole(rate * seconds_in(*unit))) return {*unit, true};
    }
    for (const auto unit : LargestFirst) {
        const double periods = 1 / (rate * seconds_in(unit));
        if (is_whole(periods)) return {unit, true, std::round(periods)};
    }
    return {};
}

dsl::Display display_of(double value, Kind kind) {
    if (kind == Kind::Rate && value > 0) return rate_display(value);
    if (kind != Kind::Duration) return {};
    const auto unit = whole_unit(value);
    return unit ? dsl::Display{*unit, true} : dsl::Display{};
}

}  // namespace

std::string literal_text(double value, const dsl::Type& type, std::string_view language) {
    if (type.is(Kind::Number)) return number_text(value, Decimals, language);
    if (type.is(Kind::Share))
        return number_text(value * 100, Decimals, language) +
               (is_german(language) ? "\u00A0%" : "%");
    return value_text(value, type, display_of(value, type.kind), language);
}

std::string window_text(double seconds, std::string_view language) {
    const auto unit = whole_unit(seconds).value_or(Unit::Second);
    const double number = seconds / seconds_in(unit);
    const bool one = std::round(number) == 1;
    if (!is_german(language)) {
        return one ? fmt::format("in the last {}", unit_text(unit, true, language))
                   : fmt::format("in the last {}",
                                 value_text(seconds, {Kind::Duration}, {unit, true}, language));
    }
    if (one) return std::string(GermanLastOne.at(static_cast<std::size_t>(unit)));
    // The dative of the plural: Tagen, Monaten, Jahren; the others end in n anyway.
    auto units = unit_text(unit, false, language);
    if (!units.ends_with('n')) units += 'n';
    return fmt::format("in den letzten {} {}", number_text(number, Decimals, language), units);
}

}  // namespace colonnade::engine
