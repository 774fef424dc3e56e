// SPDX-License-Identifier: Apache-2.0
// Dates against a naive calendar. The bytes are a text, which all readers take for a moment or all
// refuse as the calendar does; and they choose a moment, which is written in every form and read
// again.
#include <algorithm>
#include <array>
#include <cstring>

#include "dsl/types/moment.hpp"
#include "engine/read/plain_moment.hpp"
#include "plugins/linkedin/moment.hpp"
#include "plugins/text/date_format.hpp"
#include "tests/fuzz/fuzz.hpp"
#include "tests/fuzz/naive_calendar.hpp"

using namespace colonnade;
using fuzz::hold;
using fuzz::NaiveCalendar;

namespace {

using Maybe = std::optional<std::int64_t>;

const NaiveCalendar& calendar() {
    static const NaiveCalendar one;
    return one;
}

// A moment of the calendar, with its parts.
struct Moment {
    const NaiveCalendar::Day& day;
    int hour, minute, second;

    [[nodiscard]] std::int64_t seconds() const {
        return day.midnight + hour * 3600 + minute * 60 + second;
    }
};

Moment chosen_by(const std::string& text) {
    std::array<unsigned char, 8> bytes{};
    std::copy_n(text.begin(), std::min(text.size(), bytes.size()), bytes.begin());
    const std::size_t day = bytes[0] + bytes[1] * 256U + bytes[2] * 65'536U;
    const auto& days = calendar().days();
    return {days[day % days.size()], bytes[3] % 24, bytes[4] % 60, bytes[5] % 60};
}

// The fast reader stands in front of a quote and may look a few bytes beyond the text.
Maybe quoted_moment(const std::string& text) {
    const auto quoted = '"' + text + '"' + std::string(32, '\0');
    const auto moment = engine::read_moment(quoted.data());
    if (moment.end == nullptr) return std::nullopt;
    hold(moment.end == quoted.data() + quoted.find('"', 1) + 1, "a moment ends at its quote", text);
    return moment.seconds;
}

void check_text(const std::string& text) {
    const auto expected = calendar().moment(text);
    const bool has_no_time = expected && text.size() == 10;
    hold(dsl::parse_moment(text) == expected, "a moment is that of the calendar", text);
    hold(dsl::parse_date(text) == (has_no_time ? expected : std::nullopt),
         "a date is that of the calendar", text);
    const auto before_quote = text.substr(0, text.find('"'));
    hold(quoted_moment(text) == calendar().moment(before_quote),
         "read fast, a moment is that of the calendar", text);
    const auto as_of = linkedin::read_as_of(text);
    auto last = expected;
    if (has_no_time) *last += NaiveCalendar::SecondsPerDay - 1;
    hold(as_of == last, "the moment of an archive is that of the calendar", text);
}

void check_writing(const Moment& moment) {
    const auto at = moment.seconds();
    const auto& date = moment.day.text;
    const auto time = NaiveCalendar::date_and_time(date, moment.hour, moment.minute, moment.second);
    hold(dsl::date_text(at) == date && dsl::time_text(at) == time, "a moment is written", time);
    hold(linkedin::iso_date(at) == date && linkedin::iso_time(at) == time,
         "the reader of exports writes a moment", time);
    hold(text::iso_day(at) == date && text::iso_moment(at) == time,
         "the readers of tables write a moment", time);
    hold(dsl::parse_moment(time) == at && quoted_moment(time) == Maybe(at), "it is read again",
         time);
    const auto civil = dsl::civil_date(at);
    hold(civil.year == moment.day.year && civil.month == moment.day.month &&
             civil.day == moment.day.day,
         "a moment's day is that of the calendar", time);
}

std::string month_name(int month) {
    constexpr std::array Names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return Names.at(static_cast<std::size_t>(month - 1));
}

struct Written {
    std::string text;
    std::int64_t at;
};

constexpr unsigned ExportForms = 7;

// One of the forms that exports have.
Written written(const Moment& moment, unsigned form) {
    const auto& day = moment.day;
    const auto year = std::to_string(day.year);
    const auto number = std::to_string(day.day);
    const auto minutes =
        NaiveCalendar::padded(moment.hour, 2) + ":" + NaiveCalendar::padded(moment.minute, 2);
    const auto clock = minutes + ":" + NaiveCalendar::padded(moment.second, 2);
    const auto at = moment.seconds();
    const bool has_short_year = day.year >= 2000 && day.year <= 2099;
    switch (form) {
        case 1:
            return {day.text + " " + clock + " UTC", at};
        case 2:
            return {day.text + " " + minutes, at - moment.second};
        case 3:
            return {"Fri " + month_name(day.month) + " " + NaiveCalendar::padded(day.day, 2) + " " +
                        clock + " UTC " + year,
                    at};
        case 4:
            return {number + " " + month_name(day.month) + " " + year, day.midnight};
        case 5:
            return {month_name(day.month) + " " + number + ", " + year, day.midnight};
        case 6:
            if (has_short_year) {
                const auto hour = std::to_string(moment.hour % 12 == 0 ? 12 : moment.hour % 12);
                return {std::to_string(day.month) + "/" + number + "/" + year.substr(2) + ", " +
                            hour + minutes.substr(2) + (moment.hour < 12 ? " AM" : " PM"),
                        at - moment.second};
            }
            [[fallthrough]];
        default:
            return {day.text + " " + clock, at};
    }
}

void check_export_form(const Moment& moment, unsigned form) {
    const auto [text, at] = written(moment, form);
    hold(linkedin::read_time(text) == Maybe(at), "a form of time is read", text);
}

// Forms of tables: the first is written by hand, the rest of the text tries every other one.
void check_table_forms(const Moment& moment, const std::string& text) {
    const auto& day = moment.day;
    const auto written = NaiveCalendar::padded(day.day, 2) + "." +
                         NaiveCalendar::padded(day.month, 2) + "." + std::to_string(day.year);
    hold(text::read_date(written, "DD.MM.YYYY") == Maybe(day.midnight), "a day of a table is read",
         written);
    const auto half = text.size() / 2;
    const auto form = text.substr(half);
    if (!text::problem_of_date_form(form).empty()) return;
    const auto at = text::read_date(text.substr(0, half), form);
    if (!at) return;
    // An hour east of Greenwich may lead out of the first year.
    constexpr auto Zone = std::int64_t{15} * 3600;
    hold(*at >= calendar().days().front().midnight - Zone &&
             *at < calendar().days().back().midnight + NaiveCalendar::SecondsPerDay + Zone,
         "a moment of a table is of the years that there are", text);
}

// Cells of a column, each on its line: a form that is found is that of half of them at least,
// whatever their order.
void check_column(std::string_view text) {
    if (text.find('\n') == text.npos) return;
    std::vector<std::string_view> cells;
    for (std::size_t end = 0; end != text.npos;
         text.remove_prefix(end == text.npos ? 0 : end + 1)) {
        end = text.find('\n');
        cells.push_back(text.substr(0, end));
    }
    const auto form = text::date_form_of(cells);
    std::reverse(cells.begin(), cells.end());
    hold(text::date_form_of(cells) == form, "the form of a column is the same from below");
    if (!form) return;
    const auto count = [&](const auto& holds) {
        return std::count_if(cells.begin(), cells.end(), holds);
    };
    hold(2 * count([&](auto cell) { return text::read_date(cell, *form).has_value(); }) >=
             count([](auto cell) { return !cell.empty(); }),
         "the form of a column is that of half of its cells");
}

void check_any_time(const std::string& text) {
    const auto time = linkedin::read_time(text);
    const auto period = linkedin::read_period(text);
    const auto first = calendar().days().front().midnight;
    const auto last = calendar().days().back().midnight;
    if (period) {
        hold(first <= period->first && period->first <= period->last && period->last <= last,
             "a period lies within the years that there are", text);
        hold(calendar().midnight(dsl::date_text(period->first)) == period->first &&
                 calendar().midnight(dsl::date_text(period->last)) == period->last,
             "a period is of whole days", text);
    }
    hold(!time || (period && period->first == period->last && period->first <= *time &&
                   *time < period->first + NaiveCalendar::SecondsPerDay),
         "a time lies in its day", text);
    static_cast<void>(linkedin::read_excel_time(text));
    const auto excel = linkedin::read_excel_period(text);
    hold(!excel || (first <= excel->first && excel->first <= excel->last && excel->last <= last),
         "a period of Excel lies within the years that there are", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::text_of(data, size);
    const auto moment = chosen_by(text);
    check_text(text);
    check_writing(moment);
    check_any_time(text);
    check_column(text);
    check_table_forms(moment, text);
    check_export_form(moment, size > 6 ? data[6] % ExportForms : 0);
    return 0;
}
