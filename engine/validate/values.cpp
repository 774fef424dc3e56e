// SPDX-License-Identifier: Apache-2.0
#include "engine/validate/values.hpp"

#include <fmt/format.h>

#include <array>
#include <limits>
#include <string>

namespace colonnade::engine {
namespace {

using dsl::Kind;

constexpr double Week = 604'800;
constexpr double Year = 31'556'952;
constexpr std::int64_t Day = 86'400 * MicrosPerSecond;

constexpr std::array<const char*, 20> Words{
    "Head",      "of",       "Marketing", "Geschäftsführerin",
    "IT-Leiter", "Engineer", "und",       "Beratung",
    "Projekte",  "data",     "Analystin", "Senior",
    "chief",     "Vertrieb", "Köln",      "politics",
    "I",         "help",     "teams",     "#hiring"};

// Marks that join, letters beyond the first plane, writing from the right, blanks of other kinds,
// nothing at all.
constexpr std::array<std::string_view, 9> UnusualTexts{
    "",
    " ",
    "e\u0301e\u0301e\u0301",
    "\U0001F469\u200D\U0001F680\U0001F1E9\U0001F1EA",
    "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627",
    "\u00A0\u2003\u3000\u2028\u2029",
    "\u1E9E\u0130\u0131\uFB01",
    "\U0010FFFF\uFFFD",
    "\n\r\n\t\v"};

constexpr std::array ExtremeNumbers{0.0,
                                    -0.0,
                                    1.0,
                                    -1.0,
                                    0.1,
                                    std::numeric_limits<double>::denorm_min(),
                                    std::numeric_limits<double>::min(),
                                    std::numeric_limits<double>::max(),
                                    std::numeric_limits<double>::lowest(),
                                    9007199254740993.0,
                                    -1e18,
                                    1e300};

// The ends of what can be stored, of the calendar with four digits, and around the beginning.
constexpr std::array<std::int64_t, 8> ExtremeMoments{std::numeric_limits<std::int64_t>::min(),
                                                     std::numeric_limits<std::int64_t>::max(),
                                                     -62'135'596'800 * MicrosPerSecond,
                                                     253'402'300'799 * MicrosPerSecond,
                                                     0,
                                                     -1,
                                                     MadeAsOf,
                                                     MadeAsOf + 1};

template <class Values>
auto one_of(const Values& values, Chance& chance) {
    return values[chance.below(values.size())];
}

double made_number(Kind kind, const Recipe& recipe, Chance& chance) {
    if (recipe.numbers == Recipe::Numbers::Extreme) return one_of(ExtremeNumbers, chance);
    switch (kind) {
        case Kind::Share:
            return chance.share();
        case Kind::Duration:
            return chance.share() * 10 * Year;
        case Kind::Rate:
            return chance.share() * 20 / Week;
        default:
            return static_cast<double>(chance.below(1'000)) / (chance.below(4) == 0 ? 8 : 1);
    }
}

// Mostly of the last years, some after as_of.
std::int64_t made_moment(Kind kind, const Recipe& recipe, Chance& chance) {
    const bool is_extreme = recipe.moments == Recipe::Moments::Extreme;
    auto at = is_extreme ? one_of(ExtremeMoments, chance)
                         : MadeAsOf - static_cast<std::int64_t>(chance.below(4'000)) * Day +
                               30 * Day + static_cast<std::int64_t>(chance.below(1'000'000'000));
    // A date is a midnight; that of the earliest moment would lie before it.
    if (kind == Kind::Date && !is_extreme) at -= at % Day;
    return at;
}

std::string ordinary_text(Chance& chance) {
    std::string text;
    for (auto words = 1 + chance.below(8); words > 0; --words) {
        text += text.empty() ? "" : " ";
        text += one_of(Words, chance);
    }
    return text;
}

std::string long_text() {
    std::string text;
    text.reserve(LongTextBytes + 16);
    while (text.size() < LongTextBytes)
        text += "lange Wörter ";
    return text;
}

std::string made_text(const Recipe& recipe, bool is_first, Chance& chance) {
    switch (recipe.texts) {
        case Recipe::Texts::Unusual:
            return std::string(one_of(UnusualTexts, chance));
        case Recipe::Texts::WithNul:
            return ordinary_text(chance) + std::string("\0", 1) + ordinary_text(chance);
        case Recipe::Texts::Long:
            return is_first ? long_text() : ordinary_text(chance);
        default:
            return ordinary_text(chance);
    }
}

}  // namespace

void push_made(Column& column, const Recipe& recipe, bool is_first, Chance& chance) {
    switch (column.kind) {
        case Kind::Text:
            return column.push_text(made_text(recipe, is_first, chance));
        case Kind::YesNo:
            return column.push_number(static_cast<double>(chance.below(2)));
        case Kind::Category:
            return column.push_number(
                static_cast<double>(chance.below(column.category->values.size())));
        case Kind::Date:
        case Kind::Time:
            column.moments.push_back(made_moment(column.kind, recipe, chance));
            return column.known.push_back(true);
        default:
            return column.push_number(made_number(column.kind, recipe, chance));
    }
}

void push_copy(Column& column, const Column& from, std::size_t i) {
    if (!from.known.test(i)) return column.push_unknown();
    switch (column.kind) {
        case Kind::Date:
        case Kind::Time:
            // In microseconds; `number_at` is in seconds.
            column.moments.push_back(from.moments[i]);
            return column.known.push_back(true);
        default:
            column.push_from(from, i);
    }
}

std::shared_ptr<const dsl::Category> made_category() {
    dsl::Category category;
    category.values = {"text", "photo", "video", "article", "other"};
    category.titles.resize(category.values.size());
    return std::make_shared<const dsl::Category>(std::move(category));
}

dsl::WordList made_words(std::size_t count, const dsl::WordList* known, Chance& chance) {
    dsl::WordList list{"made", {}};
    const bool is_grouped = chance.below(2) == 0;
    const bool has_known = known != nullptr && !known->entries.empty();
    for (std::size_t i = 0; i < count; ++i) {
        auto text = i < Words.size() ? std::string(Words[i]) : fmt::format("Wort {}", i);
        if (has_known) {
            const auto& entry = known->entries[i % known->entries.size()];
            list.entries.push_back({entry.group, i % 2 == 0 ? entry.text : std::move(text)});
        } else {
            list.entries.push_back(
                {is_grouped ? fmt::format("group_{}", i % 3) : "", std::move(text)});
        }
    }
    return list;
}

}  // namespace colonnade::engine
