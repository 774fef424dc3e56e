// SPDX-License-Identifier: Apache-2.0
#include "identity.hpp"

#include <algorithm>

#include "sha256.hpp"
#include "text.hpp"

namespace colonnade::linkedin {
namespace {

constexpr std::size_t IdDigits = 12;

// Enough to tell accounts of one day apart; later connections do not change it.
constexpr std::size_t FirstConnections = 5;

std::string stem(std::string_view name) {
    auto text = shown_name(name);
    while (lower(text).ends_with(".zip"))
        text.resize(text.size() - 4);
    if (lower(text).ends_with(".json")) text.resize(text.size() - 5);
    return text;
}

bool is_named_by_linkedin(std::string_view name) {
    return lower(name).find("linkedindataexport") != std::string::npos;
}

// What is hashed where no link of the owner is known.
std::string marks_of_account(const Facts& facts) {
    std::string marks = facts.joined ? iso_time(*facts.joined) : std::string();
    std::vector<Seconds> days;
    for (const auto& connection : facts.connections)
        days.push_back(connection.at);
    std::sort(days.begin(), days.end());
    if (days.size() > FirstConnections) days.resize(FirstConnections);
    for (const auto day : days)
        marks += '\n' + iso_date(day);
    return marks;
}

}  // namespace

std::string find_id(std::string_view archive_name, const Facts& facts) {
    auto name = stem(archive_name);
    if (!name.empty() && !is_named_by_linkedin(name)) return name;
    auto marks = facts.owner_slugs.empty() ? marks_of_account(facts) : *facts.owner_slugs.begin();
    if (marks.empty()) marks = name;
    return sha256(marks).substr(0, IdDigits);
}

}  // namespace colonnade::linkedin
