// SPDX-License-Identifier: Apache-2.0
#include "plugins/text/month_name.hpp"

#include <algorithm>
#include <array>

#include "plugins/text/text.hpp"

namespace colonnade::text {
namespace {

struct MonthName {
    std::string_view name;
    int number = 0;
};

// `mrz` is how German Excel shortens March, `jänner` how January is called in Austria.
constexpr std::array<MonthName, 38> MonthNames{{
    {"jan", 1},       {"january", 1},  {"januar", 1},    {"jän", 1},       {"jänner", 1},
    {"feb", 2},       {"february", 2}, {"februar", 2},   {"mar", 3},       {"march", 3},
    {"mär", 3},       {"märz", 3},     {"mrz", 3},       {"apr", 4},       {"april", 4},
    {"may", 5},       {"mai", 5},      {"jun", 6},       {"june", 6},      {"juni", 6},
    {"jul", 7},       {"july", 7},     {"juli", 7},      {"aug", 8},       {"august", 8},
    {"sep", 9},       {"sept", 9},     {"september", 9}, {"oct", 10},      {"october", 10},
    {"okt", 10},      {"oktober", 10}, {"nov", 11},      {"november", 11}, {"dec", 12},
    {"december", 12}, {"dez", 12},     {"dezember", 12},
}};

constexpr std::size_t MostNameBytes = 9;

bool is_of_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0;
}

}  // namespace

std::string_view first_word(std::string_view text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_of_word);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

int month_named(std::string_view word) {
    if (word.size() > MostNameBytes) return 0;
    const auto small = lower(word);
    const auto* found = std::find_if(MonthNames.begin(), MonthNames.end(),
                                     [&](const MonthName& month) { return month.name == small; });
    return found == MonthNames.end() ? 0 : found->number;
}

}  // namespace colonnade::text
