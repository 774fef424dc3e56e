// SPDX-License-Identifier: Apache-2.0
// Chance of our own, so that every machine measures the same profiles: splitmix64.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace colonnade::bench {

class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}

    std::uint64_t below(std::uint64_t end) { return (next() >> 32U) * end >> 32U; }
    std::int64_t between(std::int64_t least, std::int64_t most) {
        return least +
               static_cast<std::int64_t>(below(static_cast<std::uint64_t>(most - least) + 1));
    }
    // From 0 up to, but not including, 1.
    double part() { return static_cast<double>(next() >> 11U) * 0x1p-53; }
    bool one_in(std::uint64_t number) { return below(number) == 0; }

    template <std::size_t Size>
    std::string_view of(const std::array<std::string_view, Size>& choices) {
        return choices[below(Size)];
    }

private:
    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15U;
        auto mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
        return mixed ^ (mixed >> 31U);
    }

    std::uint64_t state_;
};

}  // namespace colonnade::bench
