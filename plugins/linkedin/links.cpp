// SPDX-License-Identifier: Apache-2.0
#include "links.hpp"

namespace colonnade::linkedin {

Links::Links(const Findings& findings, const FactStates& states, const AsOf& as_of)
    : as_of_(as_of.at),
      knows_connections_(state_of(states, Fact::Connections).state != State::Unknown &&
                         findings.facts.connections_have_links),
      knows_positions_(state_of(states, Fact::Positions).state != State::Unknown),
      knows_endorsements_(state_of(states, Fact::Endorsements).state != State::Unknown) {
    for (const auto& connection : findings.facts.connections) {
        if (!connection.slug.empty()) slugs_.insert(connection.slug);
    }
    for (const auto& position : findings.facts.positions) {
        if (is_current(position) && !position.company.empty()) companies_.insert(position.company);
    }
    for (const auto& endorsement : findings.facts.endorsements) {
        ++endorsements_[endorsement.skill];
    }
}

bool Links::is_current(const Position& position) const {
    return !position.has_end || (position.end_begins && *position.end_begins > as_of_);
}

YesNo Links::is_coworker(const Connection& connection) const {
    if (!knows_positions_ || connection.company.empty()) return {};
    return companies_.contains(connection.company);
}

YesNo Links::is_accepted(const Invitation& invitation) const {
    if (!knows_connections_ || invitation.partner.empty()) return {};
    return slugs_.contains(invitation.partner);
}

std::optional<std::int64_t> Links::endorsements_of(const std::string& skill) const {
    if (!knows_endorsements_) return std::nullopt;
    const auto found = endorsements_.find(skill);
    return found == endorsements_.end() ? 0 : found->second;
}

}  // namespace colonnade::linkedin
