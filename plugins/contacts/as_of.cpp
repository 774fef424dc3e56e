// SPDX-License-Identifier: Apache-2.0
#include "as_of.hpp"

#include <algorithm>

#include "plugins/text/date_format.hpp"

namespace colonnade::contacts {
namespace {

constexpr Seconds EndOfDay = 86'399;

std::optional<Seconds> day_in(std::string_view name) {
    constexpr std::string_view form = "YYYY-MM-DD";
    for (std::size_t at = 0; at + form.size() <= name.size(); ++at) {
        if (const auto day = text::read_date(name.substr(at, form.size()), form))
            return *day + EndOfDay;
    }
    return std::nullopt;
}

std::optional<Seconds> newest(const ContactList& list) {
    std::optional<Seconds> newest;
    for (const auto& contact : list.contacts) {
        for (const auto& at : {contact.added, contact.last_contact, contact.changed})
            newest = std::max(newest, at);
    }
    return newest;
}

}  // namespace

std::optional<AsOf> find_as_of(const std::optional<Seconds>& given, std::string_view name,
                               const ContactList& list) {
    if (given) return AsOf{*given, "the call"};
    if (const auto day = day_in(name)) return AsOf{*day, "the file's name"};
    if (const auto at = newest(list)) return AsOf{*at, "the newest date in it"};
    return std::nullopt;
}

}  // namespace colonnade::contacts
