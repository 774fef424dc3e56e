// SPDX-License-Identifier: Apache-2.0
#include "engine/whatif/setting_text.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <vector>

#include "dsl/expr/parse.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::engine {
namespace {

using dsl::Kind;

// The shortest decimal that is this double, without an exponent, which literals do not have.
std::string digits(double value) {
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::fixed);
    return {buffer.data(), end.ptr};
}

bool reads_back(const std::string& text, double value) {
    const auto parsed = dsl::parse_target(text);
    const auto* target = std::get_if<dsl::Target>(&parsed);
    return target != nullptr && target->form == dsl::Target::Form::Exactly &&
           dsl::literal_value(target->ast.at(target->ast.root)) == value;
}

std::string with_unit(double number, Kind kind, dsl::Unit unit, double per) {
    const auto word = dsl::text_of(unit);
    if (kind == Kind::Duration)
        return fmt::format("{} {}{}", digits(number), word, number == 1 ? "" : "s");
    if (per == 1) return fmt::format("{} per {}", digits(number), word);
    return fmt::format("{} per {} {}s", digits(number), digits(per), word);
}

// In the author's unit, with a last digit more or less where rounding asks for it; else in seconds,
// which the value is counted in.
std::string timed_text(double value, Kind kind, const dsl::Display& display) {
    const double seconds = dsl::seconds_in(display.unit);
    const double near = kind == Kind::Duration ? value / seconds : value * seconds * display.per;
    const double rounded = std::round(near * 1e6) / 1e6;
    for (const double number :
         {rounded, near, std::nextafter(near, 0.0), std::nextafter(near, 1e300)}) {
        auto text = with_unit(number, kind, display.unit, display.per);
        if (reads_back(text, value)) return text;
    }
    return with_unit(value, kind, dsl::Unit::Second, 1);
}

std::string number_text(double value, bool is_share) {
    if (!is_share) return digits(value);
    for (const double percent : {std::round(value * 1e8) / 1e6, value * 100}) {
        auto text = digits(percent) + "%";
        if (reads_back(text, value)) return text;
    }
    return digits(value);
}

// What a literal's number is multiplied with, or divided by: of rates, as reading does it.
double unit_of(const dsl::Type& type, const dsl::Display& display) {
    const double seconds = dsl::seconds_in(display.unit);
    if (type.is(Kind::Duration)) return seconds;
    if (type.is(Kind::Rate)) return display.per * seconds;
    const bool is_share = type.is(Kind::Share) || display.as_share;
    return is_share ? 100 : 1;
}

}  // namespace

double plain_value(double value, double from, const dsl::Type& type, const dsl::Display& display) {
    if (type.is_moment()) return from < value ? std::floor(value) : std::ceil(value);
    const double unit = unit_of(type, display);
    const bool multiplies = type.is(Kind::Duration);
    const double thousandths = 1000 * (multiplies ? value / unit : value * unit);
    constexpr double Slack = 1e-6;
    const double number =
        (from < value ? std::floor(thousandths + Slack) : std::ceil(thousandths - Slack)) / 1000;
    const double plain = multiplies ? number * unit : number / unit;
    const bool is_between = from < value ? plain > from : plain < from;
    return is_between ? plain : value;
}

std::string setting_text(double value, const dsl::Type& type, const dsl::Display& display) {
    switch (type.kind) {
        case Kind::YesNo:
            return value != 0 ? "true" : "false";
        case Kind::Category:
            return type.category->values.at(static_cast<std::size_t>(value));
        case Kind::Date:
        case Kind::Time:
            return dsl::time_text(static_cast<std::int64_t>(value));
        case Kind::Duration:
        case Kind::Rate:
            return timed_text(value, type.kind, display);
        default:
            return number_text(value, type.is(Kind::Share) || display.as_share);
    }
}

}  // namespace colonnade::engine
