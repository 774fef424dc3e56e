// SPDX-License-Identifier: Apache-2.0
// Choices of a made-up case. Each is a value of rapidcheck, so a failing case shrinks towards the
// first of every choice.
#pragma once

#include <rapidcheck.h>

#include <cstddef>
#include <string>
#include <vector>

namespace colonnade::tests {

// A number from 0 to n - 1, whatever the size of the case.
inline int below(int n) {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, n));
}

inline int between(int low, int high) {
    return low + below(high - low + 1);
}

// Shrinks towards true.
inline bool chance(int percent) {
    return below(100) < percent;
}

template <class Item>
const Item& one_of(const std::vector<Item>& items) {
    return items[static_cast<std::size_t>(below(static_cast<int>(items.size())))];
}

inline std::string word(const std::vector<const char*>& items) {
    return one_of(items);
}

}  // namespace colonnade::tests
