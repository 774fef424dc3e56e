// SPDX-License-Identifier: Apache-2.0
// Which list of the findings belongs to which fact, once: sorting, counting and writing follow it.
#pragma once

#include "fact_table.hpp"
#include "facts.hpp"

namespace colonnade::linkedin {

// Whether the elements of a list happen in time.
template <typename Element>
inline constexpr bool HasTime = requires(const Element& element) {
    element.at;
};

// Calls `visit` with the fact's list, or not at all where the fact is no list of an export.
// `FactsType` is Facts or const Facts.
template <typename FactsType, typename Visit>
void with_list(Fact fact, FactsType& facts, const Visit& visit) {
    switch (fact) {
        case Fact::Positions:
            return visit(facts.positions);
        case Fact::Education:
            return visit(facts.education);
        case Fact::Skills:
            return visit(facts.skills);
        case Fact::Endorsements:
            return visit(facts.endorsements);
        case Fact::EndorsementsGiven:
            return visit(facts.endorsements_given);
        case Fact::Recommendations:
            return visit(facts.recommendations);
        case Fact::RecommendationsGiven:
            return visit(facts.recommendations_given);
        case Fact::Certifications:
            return visit(facts.certifications);
        case Fact::Courses:
            return visit(facts.courses);
        case Fact::Projects:
            return visit(facts.projects);
        case Fact::Honors:
            return visit(facts.honors);
        case Fact::Organizations:
            return visit(facts.organizations);
        case Fact::Volunteering:
            return visit(facts.volunteering);
        case Fact::Publications:
            return visit(facts.publications);
        case Fact::Languages:
            return visit(facts.languages);
        case Fact::Connections:
            return visit(facts.connections);
        case Fact::Invitations:
            return visit(facts.invitations);
        case Fact::Messages:
            return visit(facts.messages);
        case Fact::Posts:
            return visit(facts.posts);
        case Fact::Articles:
            return visit(facts.articles);
        case Fact::Comments:
            return visit(facts.comments);
        case Fact::Reactions:
            return visit(facts.reactions);
        case Fact::Votes:
            return visit(facts.votes);
        case Fact::Searches:
            return visit(facts.searches);
        case Fact::Logins:
            return visit(facts.logins);
        case Fact::Follows:
            return visit(facts.follows);
        default:
            return;
    }
}

}  // namespace colonnade::linkedin
