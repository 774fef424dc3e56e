// SPDX-License-Identifier: Apache-2.0
#include "engine/validate/own_time.hpp"

#include <fstream>

namespace colonnade::engine {
namespace {

// Runnable without a processor, so far. 0 where the kernel does not tell.
std::chrono::nanoseconds waited() {
    std::ifstream in("/proc/thread-self/schedstat");
    std::int64_t ran = 0;
    std::int64_t waited = 0;
    in >> ran >> waited;
    return std::chrono::nanoseconds(in ? waited : 0);
}

}  // namespace

OwnTime::OwnTime() : began_(std::chrono::steady_clock::now()), waited_(waited()) {}

std::chrono::nanoseconds OwnTime::elapsed() const {
    return std::chrono::steady_clock::now() - began_ - (waited() - waited_);
}

}  // namespace colonnade::engine
