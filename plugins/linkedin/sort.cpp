// SPDX-License-Identifier: Apache-2.0
#include "sort.hpp"

#include <algorithm>

#include "lists.hpp"

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
    for (const auto& form : fact_forms()) {
        with_list(form.fact, facts, []<typename Element>(std::vector<Element>& list) {
            if constexpr (HasTime<Element>) sort_list(list);
        });
    }
}

}  // namespace colonnade::linkedin
