// SPDX-License-Identifier: Apache-2.0
// For each fact: read, known to be none, or unknown, and why. Unknown is never turned into none
// without a sign in the archive itself.
#pragma once

#include <array>
#include <string>

#include "fact_table.hpp"
#include "findings.hpp"

namespace colonnade::linkedin {

enum class State { Read, None, Unknown };

// Of a list: how many elements, and the oldest and newest where they happen in time.
struct Extent {
    std::int64_t rows = 0;
    Time from;
    Time to;
};

struct FactState {
    State state = State::Unknown;
    std::string reason;
    Extent extent;  // of a list that is not unknown
};

using FactStates = std::array<FactState, static_cast<std::size_t>(Fact::Count)>;

[[nodiscard]] inline const FactState& state_of(const FactStates& states, Fact fact) {
    return states[static_cast<std::size_t>(fact)];
}

[[nodiscard]] bool has_profile_group(const Findings& findings);
[[nodiscard]] bool has_activity_group(const Findings& findings);

[[nodiscard]] FactStates decide_presence(const Findings& findings);

[[nodiscard]] Extent extent_of(Fact fact, const Facts& facts);

// Since when a list is complete; nothing where it reaches back to the beginning of the account.
[[nodiscard]] Time complete_from(Fact fact, const Findings& findings, const FactStates& states);

}  // namespace colonnade::linkedin
