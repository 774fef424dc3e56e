// SPDX-License-Identifier: Apache-2.0
#include "engine/explain/value_text.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "dsl/types/moment.hpp"
#include "engine/explain/words.hpp"

namespace colonnade::engine {
namespace {

using dsl::Kind;
using dsl::Unit;

constexpr std::array<std::string_view, 12> EnglishMonths = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string date_for_people(double seconds, std::string_view language) {
    const auto date = dsl::civil_date(static_cast<std::int64_t>(seconds));
    if (is_german(language))
        return fmt::format("{:02}.{:02}.{:04}", date.day, date.month, date.year);
    return fmt::format("{} {} {}", date.day,
                       EnglishMonths.at(static_cast<std::size_t>(date.month - 1)), date.year);
}

// The largest unit of which there is at least one; nothing is shown as 0.03 years.
Unit fitting_unit(double seconds) {
    for (const auto unit :
         {Unit::Year, Unit::Month, Unit::Week, Unit::Day, Unit::Hour, Unit::Minute}) {
        if (std::abs(seconds) >= seconds_in(unit)) return unit;
    }
    return seconds == 0 ? Unit::Day : Unit::Second;
}

Unit fitting_period(double rate) {
    for (const auto unit : {Unit::Day, Unit::Week, Unit::Month}) {
        if (std::abs(rate) * seconds_in(unit) >= 1) return unit;
    }
    return rate == 0 ? Unit::Week : Unit::Year;
}

struct Shown {
    double number = 0;
    Unit unit = Unit::Day;
};

Shown in_unit(double value, Kind kind, const dsl::Display& display) {
    if (kind == Kind::Duration) {
        const auto unit = display.has_unit ? display.unit : fitting_unit(value);
        return {value / seconds_in(unit), unit};
    }
    const auto unit = display.has_unit ? display.unit : fitting_period(value);
    return {value * seconds_in(unit) * display.per, unit};
}

std::string period_text(Unit unit, double per, std::string_view language) {
    const auto word = is_german(language) ? "pro" : "per";
    if (per == 1) return fmt::format("{} {}", word, unit_text(unit, true, language));
    return fmt::format("{} {} {}", word, number_text(per, language),
                       unit_text(unit, false, language));
}

// `number` is the number or range already written.
std::string with_unit(const std::string& number, bool one, Unit unit, Kind kind,
                      const dsl::Display& display, std::string_view language) {
    if (kind == Kind::Duration) return fmt::format("{} {}", number, unit_text(unit, one, language));
    return fmt::format("{} {}", number, period_text(unit, display.per, language));
}

std::string percent(const std::string& number, std::string_view language) {
    return number + (is_german(language) ? "\u00A0%" : "%");
}

// What follows the edge of an open target.
struct Beyond {
    std::string_view more;
    std::string_view less;
    std::string_view german_more;
    std::string_view german_less;

    [[nodiscard]] std::string of(bool is_more, std::string_view language) const {
        if (is_german(language)) return std::string(is_more ? german_more : german_less);
        return std::string(is_more ? more : less);
    }
};
constexpr Beyond Amounts{" or more", " or less", " oder mehr", " oder weniger"};
constexpr Beyond Dates{" or later", " or earlier", " oder später", " oder früher"};

bool is_share(const dsl::Type& type, const dsl::Display& display) {
    return type.is(Kind::Share) || (type.is(Kind::Number) && display.as_share);
}

std::string yes_no(bool yes, std::string_view language) {
    if (is_german(language)) return yes ? "ja" : "nein";
    return yes ? "yes" : "no";
}

std::string category_text(double value, const dsl::Category& category, std::string_view language) {
    const auto index = static_cast<std::size_t>(value);
    if (index >= category.values.size()) return "?";
    const auto& titles = category.titles[index];
    return titles.empty() ? category.values[index] : std::string(titles.in(language));
}

}  // namespace

std::string bare_number(double value, const dsl::Type& type, const dsl::Display& display,
                        std::string_view language) {
    if (is_share(type, display)) return number_text(value * 100, language);
    if (type.is(Kind::Duration) || type.is(Kind::Rate)) {
        return number_text(in_unit(value, type.kind, display).number, language);
    }
    return number_text(value, language);
}

std::string value_text(double value, const dsl::Type& type, const dsl::Display& display,
                       std::string_view language) {
    const auto number = bare_number(value, type, display, language);
    if (is_share(type, display)) return percent(number_text(value * 100, 1, language), language);
    switch (type.kind) {
        case Kind::YesNo:
            return yes_no(value != 0, language);
        case Kind::Category:
            return category_text(value, *type.category, language);
        case Kind::Date:
        case Kind::Time:
            return date_for_people(value, language);
        case Kind::Duration:
        case Kind::Rate:
            return with_unit(number, number == "1", in_unit(value, type.kind, display).unit,
                             type.kind, display, language);
        default:
            return number;
    }
}

std::string unit_caption(const dsl::Type& type, const dsl::Display& display,
                         std::string_view language) {
    if (!display.has_unit) return {};
    if (type.is(Kind::Rate)) return period_text(display.unit, display.per, language);
    return type.is(Kind::Duration) ? unit_text(display.unit, false, language) : std::string{};
}

std::string target_text(const dsl::Curve& curve, const dsl::Type& type, TargetStyle style,
                        std::string_view language) {
    const auto& best = curve.best;
    const bool from = std::isfinite(best.min);
    const bool until = std::isfinite(best.max);
    const auto& display = curve.display;
    if (from && until && best.min < best.max) {
        const auto range = fmt::format("{}–{}", bare_number(best.min, type, display, language),
                                       bare_number(best.max, type, display, language));
        if (is_share(type, display)) return percent(range, language);
        if (!type.is(Kind::Duration) && !type.is(Kind::Rate)) return range;
        return with_unit(range, false, in_unit(best.max, type.kind, display).unit, type.kind,
                         display, language);
    }
    if (!from && !until) return {};
    const auto edge = value_text(from ? best.min : best.max, type, display, language);
    if (style == TargetStyle::Short || (from && until)) return edge;
    return edge + (type.is_moment() ? Dates : Amounts).of(from, language);
}

}  // namespace colonnade::engine
