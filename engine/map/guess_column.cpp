// SPDX-License-Identifier: Apache-2.0
#include "engine/map/guess_column.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/text/nearest_name.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/map/cell_value.hpp"
#include "plugins/text/date_format.hpp"
#include "plugins/text/header.hpp"

namespace colonnade::engine {
namespace {

using dsl::Kind;

// Shorter names stand inside too many words.
constexpr std::size_t LeastPhraseBytes = 4;

enum class Likeness { None, Near, Described, Same };

bool holds_phrase(std::string_view text, std::string_view phrase) {
    const auto is_letter = [text](std::size_t at) {
        const auto byte = static_cast<unsigned char>(at < text.size() ? text[at] : ' ');
        return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    };
    // Quotes of German texts begin and end beyond ASCII, but their bytes are no letters.
    const auto is_quote = [text](std::size_t at) {
        return text.substr(at).starts_with("“") || (at >= 3 && text.substr(at - 2, 3) == "„");
    };
    for (auto at = text.find(phrase); at != std::string_view::npos;
         at = text.find(phrase, at + 1)) {
        const auto end = at + phrase.size();
        const bool begins = at == 0 || !is_letter(at - 1) || is_quote(at - 1);
        if (begins && (!is_letter(end) || is_quote(end))) return true;
    }
    return false;
}

Likeness likeness(const Target& target, const std::string& column) {
    const auto plain = text::plain_name(column);
    if (plain.empty()) return Likeness::None;
    std::vector<std::string> names{text::plain_name(target.name)};
    for (const auto& [language, title] : target.title->items())
        names.push_back(text::plain_name(title));
    if (std::find(names.begin(), names.end(), plain) != names.end()) return Likeness::Same;
    const auto lower = dsl::lower(column);
    for (const auto& [language, text] : target.description->items()) {
        if (lower.size() >= LeastPhraseBytes && holds_phrase(dsl::lower(text), lower))
            return Likeness::Described;
    }
    const auto is_part = [&](const std::string& name) {
        return (name.size() > LeastPhraseBytes && plain.find(name) != std::string::npos) ||
               (plain.size() > LeastPhraseBytes && name.find(plain) != std::string::npos);
    };
    const bool is_near = std::any_of(names.begin(), names.end(), is_part) ||
                         dsl::nearest_name(plain, names).has_value();
    return is_near ? Likeness::Near : Likeness::None;
}

bool all_filled(const SeenColumn& column, const auto& holds) {
    return std::all_of(column.cells.begin(), column.cells.end(),
                       [&](std::string_view cell) { return cell.empty() || holds(cell); });
}

bool are_numbers(const SeenColumn& column, bool decimal_comma) {
    return all_filled(column, [=](std::string_view cell) {
        if (cell.ends_with('%')) cell.remove_suffix(1);
        return number_in(cell, decimal_comma).has_value();
    });
}

// `1.234` is 1234 where a comma stands before decimals.
bool is_read_in_two_ways(const SeenColumn& column) {
    if (!are_numbers(column, false) || !are_numbers(column, true)) return false;
    return !all_filled(column, [](std::string_view cell) {
        if (cell.ends_with('%')) cell.remove_suffix(1);
        return number_in(cell, false) == number_in(cell, true);
    });
}

// How cells are read as a kind, or nothing where they are something else.
std::optional<std::string> reading_of(const SeenColumn& column, const dsl::Type& type) {
    if (type.is(Kind::Text)) return "";
    if (type.is_moment()) {
        const auto form = text::date_form_of(column.cells);
        if (!form) return std::nullopt;
        const bool is_usual = *form == "YYYY-MM-DD" || *form == "YYYY-MM-DDTHH:mm:ssZ";
        return is_usual ? "" : fmt::format(", format: '{}'", *form);
    }
    if (type.is(Kind::YesNo)) {
        const auto is_yes_no = [](std::string_view cell) { return yes_no_in(cell).has_value(); };
        return all_filled(column, is_yes_no) ? std::optional(std::string{}) : std::nullopt;
    }
    if (type.is(Kind::Category)) {
        const auto fits = [&](std::string_view cell) {
            return cell_value(cell, type, {}, {}).is_known();
        };
        return all_filled(column, fits) ? std::optional(std::string{}) : std::nullopt;
    }
    if (are_numbers(column, false)) return "";
    return are_numbers(column, true) ? std::optional<std::string>(", decimal: comma")
                                     : std::nullopt;
}

std::string_view why(Likeness likeness) {
    switch (likeness) {
        case Likeness::Same:
            return "the same name";
        case Likeness::Described:
            return "its description names this column";
        default:
            return "a similar name; look whether it is meant";
    }
}

Guess guessed(const Target& target, const SeenColumn& column, Likeness likeness) {
    Guess guess{0, likeness != Likeness::Near, {}, std::string(why(likeness))};
    if (const auto reading = reading_of(column, *target.type)) {
        guess.reading = *reading;
        if (!reading->empty()) guess.why += ", and its cells are written so";
    } else if (target.type->is(Kind::YesNo) || target.type->is(Kind::Number)) {
        guess.reading = ", take: filled";
        guess.is_sure = false;
        guess.why += fmt::format(", but its cells are not {}: counts whether anything stands there",
                                 target.type->is(Kind::YesNo) ? "yes or no" : "numbers");
    } else {
        guess.is_sure = false;
        guess.why += fmt::format(", but its cells are not {}", with_article(target.type->kind));
    }
    if (dsl::is_amount(target.type->kind) && is_read_in_two_ways(column)) {
        guess.is_sure = false;
        guess.reading += ", decimal: point";
        guess.why += "; its cells can be read with a point or a comma before the decimals";
    }
    if (target.type->is(Kind::Text)) guess.reading += ", empty: none";
    const bool has_unit = target.type->is(Kind::Duration) || target.type->is(Kind::Rate);
    if (has_unit) {
        guess.is_sure = false;
        guess.reading += target.type->is(Kind::Rate) ? ", unit: per week" : ", unit: days";
        guess.why += "; the unit is only an example";
    }
    return guess;
}

}  // namespace

std::optional<Guess> guess_column(const Target& target, const std::vector<SeenColumn>& columns) {
    auto best = Likeness::None;
    std::size_t at = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto found = likeness(target, columns[i].name);
        if (found > best) at = i;
        best = std::max(best, found);
    }
    if (best == Likeness::None) return std::nullopt;
    auto guess = guessed(target, columns[at], best);
    const auto namesakes =
        std::count_if(columns.begin(), columns.end(),
                      [&](const SeenColumn& column) { return column.name == columns[at].name; });
    if (namesakes > 1) {
        guess.is_sure = false;
        guess.why += "; the table has several columns of this name";
    }
    guess.column = at;
    return guess;
}

}  // namespace colonnade::engine
