// SPDX-License-Identifier: Apache-2.0
// How many elements a list has, which time they span, and since when it is complete.
#include <algorithm>

#include "lists.hpp"
#include "presence.hpp"

namespace colonnade::linkedin {
namespace {

// Rates are taken from where a list begins; a list that begins with the account has no such place.
constexpr Seconds CoverageMargin = 7 * SecondsPerDay;

// All other files hold the whole life of the account.
bool is_cut_off_by_linkedin(Fact fact) {
    return fact == Fact::Invitations || fact == Fact::Searches || fact == Fact::Logins;
}

}  // namespace

Extent extent_of(Fact fact, const Facts& facts) {
    Extent extent;
    with_list(fact, facts, [&extent]<typename Element>(const std::vector<Element>& list) {
        extent.rows = static_cast<std::int64_t>(list.size());
        if constexpr (HasTime<Element>) {
            for (const auto& element : list) {
                extent.from = std::min(extent.from.value_or(element.at), element.at);
                extent.to = std::max(extent.to.value_or(element.at), element.at);
            }
        }
    });
    return extent;
}

Time complete_from(Fact fact, const Findings& findings, const FactStates& states) {
    if (!is_cut_off_by_linkedin(fact)) return std::nullopt;
    const auto& from = state_of(states, fact).extent.from;
    const auto& joined = findings.facts.joined;
    const bool is_whole = from && joined && *from - *joined <= CoverageMargin;
    return is_whole ? std::nullopt : from;
}

}  // namespace colonnade::linkedin
