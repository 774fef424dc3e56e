// SPDX-License-Identifier: Apache-2.0
#include "plugins/text/date_format.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include "plugins/text/digit.hpp"
#include "plugins/text/month_name.hpp"

namespace colonnade::text {
namespace {

constexpr std::int64_t SecondsPerDay = 86'400;
constexpr int FirstYear = 1900;
constexpr int LastYear = 2100;
constexpr std::size_t MostFormBytes = 64;

enum Part : unsigned { Year, Month, Day, Hour, Minute, Second, Fraction, Zone };

struct Element {
    std::string_view name;
    Part part;
    std::size_t least;  // digits; 0: it is no number
    std::size_t most;
};

// Longer names first: YYYY is not YY twice.
constexpr std::array<Element, 10> Elements{{{"YYYY", Year, 4, 4},
                                            {"YY", Year, 2, 2},
                                            {"MMM", Month, 0, 0},
                                            {"MM", Month, 1, 2},
                                            {"DD", Day, 1, 2},
                                            {"HH", Hour, 1, 2},
                                            {"mm", Minute, 2, 2},
                                            {"SSS", Fraction, 1, 9},
                                            {"ss", Second, 2, 2},
                                            {"Z", Zone, 0, 0}}};

constexpr std::array UsualForms = std::to_array<std::string_view>({"YYYY-MM-DD",
                                                                   "YYYY-MM-DDTHH:mm:ssZ",
                                                                   "YYYY-MM-DDTHH:mm:ss.SSSZ",
                                                                   "YYYY-MM-DD HH:mm:ss",
                                                                   "YYYY-MM-DD HH:mm",
                                                                   "YYYY-MM-DD HH:mm:ssZ",
                                                                   "YYYYMMDD",
                                                                   "YYYYMMDDTHHmmssZ",
                                                                   "DD.MM.YYYY",
                                                                   "DD.MM.YYYY HH:mm",
                                                                   "DD.MM.YYYY HH:mm:ss",
                                                                   "DD.MM.YYYY, HH:mm",
                                                                   "DD.MM.YY",
                                                                   "YYYY/MM/DD",
                                                                   "YYYY/MM/DD HH:mm:ss",
                                                                   "DD/MM/YYYY",
                                                                   "MM/DD/YYYY",
                                                                   "DD/MM/YYYY HH:mm",
                                                                   "MM/DD/YYYY HH:mm",
                                                                   "DD MMM YYYY",
                                                                   "DD MMM YYYY HH:mm",
                                                                   "DD. MMM YYYY",
                                                                   "DD. MMM YYYY HH:mm",
                                                                   "DD-MMM-YYYY",
                                                                   "DD-MMM-YY",
                                                                   "MMM DD, YYYY",
                                                                   "MMM DD YYYY",
                                                                   "MMM DD, YYYY HH:mm"});

const Element* element_at(std::string_view form) {
    const auto* found = std::find_if(Elements.begin(), Elements.end(), [form](const Element& one) {
        return form.starts_with(one.name);
    });
    return found == Elements.end() ? nullptr : found;
}

// Takes the digits of an element off the text; nothing where they are too few.
std::optional<int> take_number(std::string_view& text, const Element& element, bool is_tight) {
    std::size_t count = 0;
    int value = 0;
    while (count < element.most && count < text.size() && is_digit(text[count]))
        value = value * 10 + (text[count++] - '0');
    if (count < (is_tight ? element.most : element.least)) return std::nullopt;
    text.remove_prefix(count);
    return value;
}

// Takes `Z`, `+01:00`, `+0100` or nothing off the text: seconds east of Greenwich.
std::optional<int> take_zone(std::string_view& text) {
    if (text.empty()) return 0;
    const char sign = text.front();
    text.remove_prefix(1);
    if (sign == 'Z') return 0;
    if (sign != '+' && sign != '-') return std::nullopt;
    constexpr Element two{"", Zone, 2, 2};
    const auto hours = take_number(text, two, true);
    if (text.starts_with(':')) text.remove_prefix(1);
    const auto minutes = hours ? take_number(text, two, true) : std::nullopt;
    if (!minutes || *hours > 14 || *minutes > 59) return std::nullopt;
    const int east = *hours * 3'600 + *minutes * 60;
    return sign == '+' ? east : -east;
}

// Takes a month's name off the text, with the point of a short one unless the form has one there.
std::optional<int> take_month(std::string_view& text, std::string_view form_after) {
    const auto word = first_word(text);
    text.remove_prefix(word.size());
    if (text.starts_with('.') && !form_after.starts_with('.')) text.remove_prefix(1);
    const int month = month_named(word);
    return month == 0 ? std::nullopt : std::optional(month);
}

// Takes what an element stands for off the text; `form_after` is the rest of the form.
std::optional<int> take_element(std::string_view& text, const Element& element,
                                std::string_view form_after) {
    if (element.part == Zone) return take_zone(text);
    if (element.least == 0) return take_month(text, form_after);
    // Where digits follow digits, all of them stand there.
    const auto* next = element_at(form_after);
    return take_number(text, element, next != nullptr && next->least > 0);
}

using Parts = std::array<int, Zone + 1>;

std::optional<Parts> take_parts(std::string_view text, std::string_view form) {
    Parts parts{1970, 1, 1, 0, 0, 0, 0, 0};
    while (!form.empty()) {
        const auto* element = element_at(form);
        if (element == nullptr) {
            if (!text.starts_with(form.front())) return std::nullopt;
            text.remove_prefix(1);
            form.remove_prefix(1);
            continue;
        }
        form.remove_prefix(element->name.size());
        const auto value = take_element(text, *element, form);
        if (!value) return std::nullopt;
        const bool is_short = element->name == "YY";
        parts[element->part] = is_short ? *value + (*value < 70 ? 2'000 : 1'900) : *value;
    }
    if (!text.empty()) return std::nullopt;
    return parts;
}

}  // namespace

std::string_view problem_of_date_form(std::string_view form) {
    if (form.size() > MostFormBytes) return "it is longer than 64 bytes";
    if (form.find("MMMM") != std::string_view::npos) return "`MMM` stands for whole names too";
    bool has[Zone + 1]{};
    while (!form.empty()) {
        const auto* element = element_at(form);
        if (element != nullptr && has[element->part]) return "a part stands there twice";
        if (element != nullptr) has[element->part] = true;
        form.remove_prefix(element == nullptr ? 1 : element->name.size());
    }
    return has[Year] && has[Month] && has[Day] ? "" : "it needs YYYY, MM or MMM, and DD";
}

std::optional<std::int64_t> read_date(std::string_view text, std::string_view form) {
    using namespace std::chrono;
    const auto parts = take_parts(text, form);
    if (!parts) return std::nullopt;
    const auto& at = *parts;
    const year_month_day date{year{at[Year]}, month{static_cast<unsigned>(at[Month])},
                              day{static_cast<unsigned>(at[Day])}};
    if (at[Year] < FirstYear || at[Year] > LastYear || !date.ok()) return std::nullopt;
    if (at[Hour] > 23 || at[Minute] > 59 || at[Second] > 59) return std::nullopt;
    return sys_days{date}.time_since_epoch().count() * SecondsPerDay + at[Hour] * 3'600 +
           at[Minute] * 60 + at[Second] - at[Zone];
}

std::optional<std::string_view> date_form_of(std::span<const std::string_view> texts) {
    const auto same = [texts](std::string_view one, std::string_view other) {
        return std::all_of(texts.begin(), texts.end(), [&](std::string_view text) {
            return read_date(text, one) == read_date(text, other);
        });
    };
    const auto filled = std::count_if(texts.begin(), texts.end(),
                                      [](std::string_view text) { return !text.empty(); });
    std::optional<std::string_view> best;
    std::ptrdiff_t most = (filled + 1) / 2;
    for (const auto form : UsualForms) {
        const auto fit = std::count_if(texts.begin(), texts.end(), [form](std::string_view text) {
            return read_date(text, form).has_value();
        });
        if (fit < most || fit == 0) continue;
        const bool is_tie = best && fit == most;
        if (is_tie && same(form, *best)) continue;
        best = is_tie ? std::nullopt : std::optional(form);
        most = fit + (is_tie ? 1 : 0);
    }
    return best;
}

std::string iso_day(std::int64_t at) {
    return iso_moment(at).substr(0, 10);
}

std::string iso_moment(std::int64_t at) {
    using namespace std::chrono;
    const auto whole = floor<days>(sys_seconds{seconds{at}});
    const year_month_day date{whole};
    const auto of_day = at - whole.time_since_epoch().count() * SecondsPerDay;
    std::string text = "0000-00-00T00:00:00Z";
    const auto put = [&text](std::size_t end, std::int64_t value) {
        for (; value > 0; value /= 10)
            text[--end] = static_cast<char>('0' + value % 10);
    };
    put(4, static_cast<int>(date.year()));
    put(7, static_cast<unsigned>(date.month()));
    put(10, static_cast<unsigned>(date.day()));
    put(13, of_day / 3'600);
    put(16, of_day / 60 % 60);
    put(19, of_day % 60);
    return text;
}

}  // namespace colonnade::text
