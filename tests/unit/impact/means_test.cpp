// SPDX-License-Identifier: Apache-2.0
// Means are rounded so that their parts add up, at any number of decimals.
#include "cli/impact/means.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

using namespace colonnade;
using cli::shared_quotients;
using Numbers = std::vector<std::int64_t>;

TEST_CASE("means: quotients add up to that of the sum") {
    CHECK(shared_quotients(Numbers{1, 1, 1}, 3) == Numbers{1, 0, 0});
    CHECK(shared_quotients(Numbers{-1, -1, -1}, 3) == Numbers{0, 0, -1});
    CHECK(shared_quotients(Numbers{5, -5, 0}, 10) == Numbers{1, -1, 0});
    CHECK(shared_quotients(Numbers{15}, 10) == Numbers{2});
    CHECK(shared_quotients(Numbers{-15}, 10) == Numbers{-2});
    CHECK(shared_quotients(Numbers{14, 0, 14}, 10) == Numbers{2, 0, 1});
    CHECK(shared_quotients(Numbers{}, 7).empty());
    CHECK(shared_quotients(Numbers{1'000'000'000'000'000, -1}, 1'000'000'000) ==
          Numbers{1'000'000, 0});
}

TEST_CASE("means: none is a whole unit off, and what is 0 stays 0") {
    Numbers sums(30);
    std::uint64_t state = 7;
    for (std::int64_t divisor : {1, 3, 10, 997, 100'000}) {
        for (auto& sum : sums) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            sum = state % 5 == 0 ? 0 : static_cast<std::int64_t>(state >> 40U) - (1 << 23);
        }
        const auto shared = shared_quotients(sums, divisor);
        for (std::size_t i = 0; i < sums.size(); ++i) {
            CHECK(std::abs(shared[i] * divisor - sums[i]) < divisor);
            if (sums[i] == 0) CHECK(shared[i] == 0);
        }
    }
}

TEST_CASE("means: rules and caps add up to the move, and nobody has none") {
    cli::Changes changes(3, 0);
    CHECK(cli::means_of(changes, 4).move == 0);
    changes.compared = 7;
    changes.before = 3'500'000;
    changes.rules = {{12'345, 3}, {-400, 1}, {11, 2}};
    changes.caps = -3;
    changes.after = changes.before + 12'345 - 400 + 11 - 3;
    for (const int decimals : {0, 1, 2, 4}) {
        const auto means = cli::means_of(changes, decimals);
        const auto units = [&](double mean) { return std::llround(mean * std::pow(10, decimals)); };
        auto sum = units(means.caps);
        for (const auto rule : means.rules)
            sum += units(rule);
        CHECK(sum == units(means.move));
        CHECK(units(means.after) - units(means.before) == sum);
        CHECK(means.before == 50);
    }
}
