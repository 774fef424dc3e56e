// SPDX-License-Identifier: Apache-2.0
#include "engine/host/deadline.hpp"

#include <algorithm>

namespace colonnade::engine {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

Deadline::Deadline(milliseconds time) : end_(steady_clock::now() + time) {}

milliseconds Deadline::remaining() const {
    const auto left = std::chrono::ceil<milliseconds>(end_ - steady_clock::now());
    return std::max(left, milliseconds::zero());
}

bool Deadline::passed() const {
    return steady_clock::now() >= end_;
}

}  // namespace colonnade::engine
