// SPDX-License-Identifier: Apache-2.0
// How long the work of this thread takes, waiting included, but not the time in which a busy
// machine had no processor for it.
#pragma once

#include <chrono>

namespace colonnade::engine {

class OwnTime {
public:
    OwnTime();
    [[nodiscard]] std::chrono::nanoseconds elapsed() const;

private:
    std::chrono::steady_clock::time_point began_;
    std::chrono::nanoseconds waited_;
};

}  // namespace colonnade::engine
