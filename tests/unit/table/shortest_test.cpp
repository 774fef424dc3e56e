// SPDX-License-Identifier: Apache-2.0
// The shortest decimals are those that fmt writes.
#include <fmt/format.h>

#include <array>
#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <string>

#include "cli/table/shortest.hpp"

using namespace colonnade;

namespace {

std::string shortest(double value) {
    std::array<char, 3 * cli::LongestShortest> bytes;
    bytes.fill('#');
    char* begin = bytes.data() + cli::LongestShortest;
    const std::string text(begin, cli::write_shortest(value, begin));
    // Nothing is written beside the place that was asked for.
    for (std::size_t i = 0; i < cli::LongestShortest; ++i) {
        if (bytes[i] != '#' || bytes[bytes.size() - 1 - i] != '#') return "beside its place";
    }
    return text;
}

// Counts, because a check of each would take longer than the rest.
class Differences {
public:
    void look_at(double value) {
        const auto text = shortest(value);
        const auto expected = fmt::format("{}", value);
        if (text == expected) return;
        if (count_++ == 0) first_ = fmt::format("{} instead of {}", text, expected);
    }
    // And both neighbours.
    void look_around(double value) {
        look_at(value);
        look_at(std::nextafter(value, 1e300));
        look_at(std::nextafter(value, -1e300));
    }
    ~Differences() {
        INFO(first_);
        CHECK(count_ == 0);
    }

private:
    std::size_t count_ = 0;
    std::string first_;
};

}  // namespace

TEST_CASE("shortest decimals: round values and their neighbours") {
    Differences differences;
    for (int i = 0; i <= 10'000; ++i) {
        differences.look_around(i / 100.0);
        differences.look_around(i / 300.0);
        differences.look_around(i / 1024.0);
        differences.look_around(i * 1.28);
        differences.look_around(i * 1e-7);
    }
}

TEST_CASE("shortest decimals: any value") {
    std::mt19937_64 any(20261120);
    Differences differences;
    for (int i = 0; i < 300'000; ++i) {
        const auto exponent = 1023 - 12 + any() % 21;
        const auto fraction = any() & ((std::uint64_t{1} << 52U) - 1);
        // Few bits: decimals that lie in the middle between two shorter ones.
        const auto zeros = i % 2 == 0 ? any() % 52 : 0;
        differences.look_at(std::bit_cast<double>(exponent << 52U | fraction >> zeros << zeros));
    }
    for (int i = 0; i < 30'000; ++i) {
        const auto value = std::bit_cast<double>(any());
        if (std::isfinite(value)) differences.look_at(value);
    }
}

TEST_CASE("shortest decimals: where the quick way ends") {
    Differences differences;
    for (const double value : {0.0, -0.0, -1.5, 1.0 / 1024, 1.0 / 1025, 127.99999999999999, 128.0,
                               129.5, 100.0, 5e-324, 1e300, 0.1, 0.3, 2.5})
        differences.look_around(value);
}
