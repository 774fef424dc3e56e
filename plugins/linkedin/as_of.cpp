// SPDX-License-Identifier: Apache-2.0
#include "as_of.hpp"

#include <algorithm>

namespace colonnade::linkedin {
namespace {

// LinkedIn began in 2003; files that say they are older have no time at all.
Seconds oldest_entry() {
    return seconds_of({2003, 1, 1, 0, 0, 0}).value_or(0);
}

Time day_in_names(std::string_view name, const Container& container) {
    auto newest = day_in_name(name);
    for (const auto& entry : container.entries()) {
        const auto slash = entry.path.rfind('/');
        if (slash == std::string::npos) continue;
        newest = std::max(newest, day_in_name(std::string_view(entry.path).substr(0, slash)));
    }
    return newest;
}

std::optional<int> number_at(std::string_view text, std::size_t at, std::size_t digits) {
    int value = 0;
    for (std::size_t i = at; i < at + digits; ++i) {
        if (i >= text.size() || text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

}  // namespace

std::optional<Seconds> day_in_name(std::string_view name) {
    constexpr std::size_t date_size = 11;  // _MM-DD-YYYY
    for (auto at = name.rfind('_'); at != std::string_view::npos; at = name.rfind('_', at - 1)) {
        const auto date = name.substr(at, date_size);
        const auto month = number_at(date, 1, 2);
        const auto day = number_at(date, 4, 2);
        const auto year = number_at(date, 7, 4);
        const bool has_dashes = date.size() == date_size && date[3] == '-' && date[6] == '-';
        if (has_dashes && month && day && year) {
            if (const auto end = end_of_day(*month, *day, *year)) return end;
        }
        if (at == 0) break;
    }
    return std::nullopt;
}

Time newest_activity(const FactStates& states) {
    Time newest;
    for (const auto& state : states) {
        const auto& to = state.extent.to;
        if (to) newest = std::max(newest.value_or(*to), *to);
    }
    return newest;
}

std::optional<AsOf> find_as_of(const std::optional<Seconds>& given, std::string_view name,
                               const Container& container, const FactStates& states) {
    if (given) return AsOf{*given, "the call"};
    if (const auto day = day_in_names(name, container)) return AsOf{*day, "the archive's name"};
    const auto packed = container.newest_file();
    if (packed && *packed >= oldest_entry()) return AsOf{*packed, "the newest file in the archive"};
    if (const auto newest = newest_activity(states)) return AsOf{*newest, "the newest activity"};
    return std::nullopt;
}

}  // namespace colonnade::linkedin
