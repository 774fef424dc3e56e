// SPDX-License-Identifier: Apache-2.0
#include "engine/map/cell_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "dsl/text/unicode.hpp"
#include "dsl/types/moment.hpp"
#include "dsl/types/unit.hpp"
#include "plugins/text/date_format.hpp"
#include "plugins/text/json_writer.hpp"

namespace colonnade::engine {
namespace {

using dsl::Kind;

constexpr std::array<std::string_view, 7> Yes{"true", "yes", "ja", "y", "x", "1", "wahr"};
constexpr std::array<std::string_view, 6> No{"false", "no", "nein", "n", "0", "falsch"};

// What a number is multiplied by to be in the base unit of its kind.
std::optional<double> scale_of(Kind kind, std::string_view unit) {
    constexpr std::string_view per = "per ";
    if (kind == Kind::Share) return unit == "%" ? std::optional(0.01) : std::nullopt;
    if (kind == Kind::Rate && !unit.starts_with(per)) return std::nullopt;
    const auto named = dsl::unit_named(kind == Kind::Rate ? unit.substr(per.size()) : unit);
    if (!named) return std::nullopt;
    const double seconds = dsl::seconds_in(*named);
    if (kind == Kind::Rate) return 1 / seconds;
    return kind == Kind::Duration ? std::optional(seconds) : std::nullopt;
}

// Digits in groups of three: the first may be shorter.
bool are_groups(std::string_view digits, char separator) {
    auto at = digits.find(separator);
    if (at == std::string_view::npos) return true;
    if (at == 0 || at > 3) return false;
    for (digits.remove_prefix(at); !digits.empty(); digits.remove_prefix(4)) {
        if (digits.size() < 4 || digits.front() != separator) return false;
        if (digits.size() > 4 && digits[4] != separator) return false;
    }
    return true;
}

CellValue number(std::string_view text, Kind kind, const dsl::Bounds& bounds,
                 const MappedCell& cell) {
    auto unit = std::string_view(cell.unit);
    if (kind == Kind::Share && text.ends_with('%')) {
        unit = "%";
        text.remove_suffix(1);
        while (text.ends_with(' '))
            text.remove_suffix(1);
    }
    const auto read = number_in(text, cell.decimal_comma);
    if (!read) return {{}, "no number"};
    const double count = *read + 0.0;  // `-0` is 0
    const double value = count * (unit.empty() ? 1 : scale_of(kind, unit).value_or(1));
    if (!std::isfinite(value) || value < bounds.min || value > bounds.max)
        return {{}, "outside of what it can be"};
    if (kind == Kind::Number) return {fmt::format("{}", value), {}};
    if (kind == Kind::Share) return {fmt::format("{}", value), {}};
    if (count < 0) return {{}, "below 0"};
    return {json_text(fmt::format("{:f} {}", count, unit)), {}};
}

CellValue moment(std::string_view text, Kind kind, const dsl::Bounds& bounds,
                 const MappedCell& cell) {
    constexpr std::array<std::string_view, 2> usual{"YYYY-MM-DD", "YYYY-MM-DDTHH:mm:ssZ"};
    std::optional<std::int64_t> at;
    if (!cell.format.empty()) at = text::read_date(text, cell.format);
    for (std::size_t i = 0; cell.format.empty() && !at && i < usual.size(); ++i)
        at = text::read_date(text, usual[i]);
    if (!at) return {{}, "no date in the form that is given"};
    const auto written = kind == Kind::Date ? text::iso_day(*at) : text::iso_moment(*at);
    // A zone may lead out of the years that profile documents know.
    const auto seconds = dsl::parse_moment(written);
    if (!seconds || static_cast<double>(*seconds) < bounds.min ||
        static_cast<double>(*seconds) > bounds.max)
        return {{}, "outside of what it can be"};
    return {json_text(written), {}};
}

CellValue category(std::string_view text, const dsl::Category& category) {
    for (std::size_t i = 0; i < category.values.size(); ++i) {
        const auto is_title = [&](const auto& title) {
            return dsl::lower(title.second) == dsl::lower(text);
        };
        const auto& titles = category.titles[i].items();
        const bool is_it =
            category.values[i] == text || std::any_of(titles.begin(), titles.end(), is_title);
        if (is_it) return {json_text(category.values[i]), {}};
    }
    return {{}, "none of the values"};
}

CellValue empty_value(Kind kind, const MappedCell& cell) {
    if (!cell.none_if_empty) return {};
    if (kind == Kind::Text) return {"\"\"", {}};
    return {kind == Kind::YesNo ? "false" : "0", {}};
}

}  // namespace

std::string json_text(std::string_view text) {
    text::JsonWriter json;
    json.text(text);
    return json.take();
}

CellValue cell_value(std::string_view text, const dsl::Type& type, const dsl::Bounds& bounds,
                     const MappedCell& cell) {
    if (cell.only_filled) {
        const bool is_filled = !text.empty();
        if (type.is(Kind::YesNo)) return {is_filled ? "true" : "false", {}};
        return {is_filled ? "1" : "0", {}};
    }
    if (text.empty()) return empty_value(type.kind, cell);
    if (!cell.values.empty()) {
        const auto found = std::find_if(
            cell.values.begin(), cell.values.end(),
            [&](const auto& value) { return dsl::lower(value.first) == dsl::lower(text); });
        if (found == cell.values.end()) return {{}, "none of the values"};
        if (type.is(Kind::Text)) return {json_text(found->second), {}};
        return cell_value(found->second, type, bounds, MappedCell{});
    }
    if (type.is(Kind::Text)) return {json_text(text), {}};
    if (type.is_moment()) return moment(text, type.kind, bounds, cell);
    if (type.is(Kind::Category)) return category(text, *type.category);
    if (!type.is(Kind::YesNo)) return number(text, type.kind, bounds, cell);
    const auto said = yes_no_in(text);
    if (!said) return {{}, "neither yes nor no"};
    return {*said ? "true" : "false", {}};
}

bool is_unit_of(Kind kind, std::string_view unit) {
    return scale_of(kind, unit).has_value();
}

bool can_be_none(Kind kind) {
    return kind == Kind::Text || kind == Kind::YesNo || dsl::is_amount(kind);
}

std::optional<double> number_in(std::string_view text, bool decimal_comma) {
    const char point = decimal_comma ? ',' : '.';
    const char group = decimal_comma ? '.' : ',';
    const auto split = std::min(text.find(point), text.size());
    const bool is_negative = text.starts_with('-');
    if (!are_groups(text.substr(is_negative ? 1 : 0, split - (is_negative ? 1 : 0)), group))
        return std::nullopt;
    std::string plain(text.substr(0, split));
    std::erase(plain, group);
    if (split < text.size()) plain += '.' + std::string(text.substr(split + 1));
    double value = 0;
    const auto* const end = plain.data() + plain.size();
    const auto read = std::from_chars(plain.data(), end, value, std::chars_format::fixed);
    const bool is_whole = read.ec == std::errc() && read.ptr == end && std::isfinite(value);
    return is_whole ? std::optional(value) : std::nullopt;
}

std::optional<bool> yes_no_in(std::string_view text) {
    const auto lower = dsl::lower(text);
    if (std::find(Yes.begin(), Yes.end(), lower) != Yes.end()) return true;
    if (std::find(No.begin(), No.end(), lower) != No.end()) return false;
    return std::nullopt;
}

}  // namespace colonnade::engine
