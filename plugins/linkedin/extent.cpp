// SPDX-License-Identifier: Apache-2.0
// How many elements a list has and which time they span.
#include <algorithm>

#include "presence.hpp"

namespace colonnade::linkedin {
namespace {

template <typename Element>
Extent measure(const std::vector<Element>& list) {
    Extent extent;
    extent.rows = static_cast<std::int64_t>(list.size());
    if constexpr (requires(const Element& element) { element.at; }) {
        for (const auto& element : list) {
            extent.from = std::min(extent.from.value_or(element.at), element.at);
            extent.to = std::max(extent.to.value_or(element.at), element.at);
        }
    }
    return extent;
}

}  // namespace

Extent extent_of(Fact fact, const Facts& facts) {
    switch (fact) {
        case Fact::Positions:
            return measure(facts.positions);
        case Fact::Education:
            return measure(facts.education);
        case Fact::Skills:
            return measure(facts.skills);
        case Fact::Endorsements:
            return measure(facts.endorsements);
        case Fact::EndorsementsGiven:
            return measure(facts.endorsements_given);
        case Fact::Recommendations:
            return measure(facts.recommendations);
        case Fact::RecommendationsGiven:
            return measure(facts.recommendations_given);
        case Fact::Certifications:
            return measure(facts.certifications);
        case Fact::Courses:
            return measure(facts.courses);
        case Fact::Projects:
            return measure(facts.projects);
        case Fact::Honors:
            return measure(facts.honors);
        case Fact::Organizations:
            return measure(facts.organizations);
        case Fact::Volunteering:
            return measure(facts.volunteering);
        case Fact::Publications:
            return measure(facts.publications);
        case Fact::Languages:
            return measure(facts.languages);
        case Fact::Connections:
            return measure(facts.connections);
        case Fact::Invitations:
            return measure(facts.invitations);
        case Fact::Messages:
            return measure(facts.messages);
        case Fact::Posts:
            return measure(facts.posts);
        case Fact::Articles:
            return measure(facts.articles);
        case Fact::Comments:
            return measure(facts.comments);
        case Fact::Reactions:
            return measure(facts.reactions);
        case Fact::Votes:
            return measure(facts.votes);
        case Fact::Searches:
            return measure(facts.searches);
        case Fact::Logins:
            return measure(facts.logins);
        case Fact::Follows:
            return measure(facts.follows);
        default:
            return {};  // not a list
    }
}

}  // namespace colonnade::linkedin
