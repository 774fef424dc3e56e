// SPDX-License-Identifier: Apache-2.0
// People that a person may be compared with: everyone of a population, and by groups. Holds counts
// only, nobody's id and nobody's score.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/rulebook/rulebook.hpp"
#include "engine/cohort/people.hpp"

namespace colonnade::engine {

// By which rules people were scored; ranks by other rules would mean nothing.
struct CohortRules {
    std::string id;
    std::string edition;
    std::string sha256;
    std::vector<std::string> pillars;
    friend bool operator==(const CohortRules&, const CohortRules&) = default;
};

// How many people are in no group, and why.
struct LeftOut {
    std::uint64_t not_assessed = 0;  // they have no total
    std::uint64_t provisional = 0;   // less than half of their points is assessed
    friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

struct Cohort {
    CohortRules rules;
    std::string by;  // the fact that groups are made by; empty: there are none
    People everyone;
    std::map<std::string, People, std::less<>> groups;  // by the fact's value
    LeftOut left_out;
    // Of the people, in seconds since 1970-01-01 UTC.
    std::optional<std::int64_t> first_as_of;
    std::optional<std::int64_t> last_as_of;

    // Precondition: made by the same rules and the same fact.
    void add(const Cohort& other);
    friend bool operator==(const Cohort&, const Cohort&) = default;
};

// What was taken away so that nothing tells of few people.
struct Withheld {
    std::size_t groups = 0;
    std::uint64_t members = 0;
};

// Takes groups with fewer than `floor` members away, and as long as what all of them leave of
// everyone is fewer, too, the smallest of the others. Precondition: everyone is `floor` or more.
Withheld withhold_small_groups(Cohort& cohort, std::uint64_t floor);

}  // namespace colonnade::engine
