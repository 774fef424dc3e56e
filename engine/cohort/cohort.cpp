// SPDX-License-Identifier: Apache-2.0
#include "engine/cohort/cohort.hpp"

#include <algorithm>

namespace colonnade::engine {
namespace {

// Subtracting all groups from everyone leaves these.
std::uint64_t rest_of(const Cohort& cohort) {
    auto rest = cohort.everyone.count();
    for (const auto& [name, members] : cohort.groups)
        rest -= members.count();
    return rest;
}

}  // namespace

void Cohort::add(const Cohort& other) {
    everyone.add(other.everyone);
    for (const auto& [name, members] : other.groups)
        groups[name].add(members);
    left_out.not_assessed += other.left_out.not_assessed;
    left_out.provisional += other.left_out.provisional;
    if (other.first_as_of)
        first_as_of = std::min(first_as_of.value_or(*other.first_as_of), *other.first_as_of);
    if (other.last_as_of)
        last_as_of = std::max(last_as_of.value_or(*other.last_as_of), *other.last_as_of);
}

Withheld withhold_small_groups(Cohort& cohort, std::uint64_t floor) {
    Withheld withheld;
    auto rest = rest_of(cohort);
    while (!cohort.groups.empty()) {
        const auto smallest = std::min_element(
            cohort.groups.begin(), cohort.groups.end(),
            [](const auto& a, const auto& b) { return a.second.count() < b.second.count(); });
        const bool tells_of_few = rest > 0 && rest < floor;
        const auto members = smallest->second.count();
        if (members >= floor && !tells_of_few) break;
        rest += members;
        ++withheld.groups;
        withheld.members += members;
        cohort.groups.erase(smallest);
    }
    return withheld;
}

}  // namespace colonnade::engine
