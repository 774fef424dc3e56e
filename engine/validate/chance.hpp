// SPDX-License-Identifier: Apache-2.0
// Numbers that look like chance and are the same in every run: splitmix64.
#pragma once

#include <cstddef>
#include <cstdint>

namespace colonnade::engine {

class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15U;
        auto z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }
    // 0 .. count-1; `count` is not 0.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    // 0 up to 1, without it.
    double share() { return static_cast<double>(next() >> 11) * 0x1p-53; }

private:
    std::uint64_t state_;
};

}  // namespace colonnade::engine
