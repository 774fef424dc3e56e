// SPDX-License-Identifier: Apache-2.0
#include "sort.hpp"

#include <algorithm>

namespace colonnade::linkedin {
namespace {

// Files stand newest first; turned round, what happened in one second keeps its order.
template <typename Element>
void sort_list(std::vector<Element>& list) {
    const auto is_before = [](const Element& left, const Element& right) {
        return left.at < right.at;
    };
    if (std::is_sorted(list.begin(), list.end(), is_before)) return;
    std::reverse(list.begin(), list.end());
    if (std::is_sorted(list.begin(), list.end(), is_before)) return;
    std::stable_sort(list.begin(), list.end(), is_before);
}

}  // namespace

void sort_by_time(Facts& facts) {
    sort_list(facts.endorsements);
    sort_list(facts.endorsements_given);
    sort_list(facts.recommendations);
    sort_list(facts.recommendations_given);
    sort_list(facts.connections);
    sort_list(facts.invitations);
    sort_list(facts.messages);
    sort_list(facts.posts);
    sort_list(facts.articles);
    sort_list(facts.comments);
    sort_list(facts.reactions);
    sort_list(facts.votes);
    sort_list(facts.searches);
    sort_list(facts.logins);
    sort_list(facts.follows);
}

}  // namespace colonnade::linkedin
