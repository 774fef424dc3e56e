// SPDX-License-Identifier: Apache-2.0
// How many elements a list has and which time they span.
#include <algorithm>

#include "lists.hpp"
#include "presence.hpp"

namespace colonnade::linkedin {

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

}  // namespace colonnade::linkedin
