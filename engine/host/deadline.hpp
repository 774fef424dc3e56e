// SPDX-License-Identifier: Apache-2.0
// A moment by which something has to be done. It bounds how long is waited and never what comes
// out, so this is the one place of the engine that looks at a clock.
#pragma once

#include <chrono>

namespace colonnade::engine {

class Deadline {
public:
    // That long from now.
    explicit Deadline(std::chrono::milliseconds time);

    // 0 where it has passed.
    [[nodiscard]] std::chrono::milliseconds remaining() const;
    [[nodiscard]] bool passed() const;

private:
    std::chrono::steady_clock::time_point end_;
};

}  // namespace colonnade::engine
