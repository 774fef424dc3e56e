// SPDX-License-Identifier: Apache-2.0
// Bars from the least to the greatest figure, and what has none.
#include "cli/render/sparkline.hpp"

#include <catch2/catch.hpp>
#include <vector>

namespace colonnade::cli {

using Values = std::vector<std::optional<double>>;

TEST_CASE("the least is the lowest bar and the greatest the highest") {
    const Values values{0.0, 10.0, 35.0, 70.0};
    CHECK(sparkline(values, 10, Letters::Unicode) == "▁▂▅█");
    CHECK(sparkline(values, 10, Letters::Ascii) == "_,=#");
}

TEST_CASE("only the last ones count") {
    const Values values{0.0, 70.0, 80.0};
    CHECK(sparkline(values, 2, Letters::Unicode) == "▁█");
    CHECK(sparkline(values, 0, Letters::Unicode).empty());
    CHECK(sparkline(Values{}, 5, Letters::Unicode).empty());
}

TEST_CASE("a gap is a point") {
    CHECK(sparkline(Values{std::nullopt, 1.0, std::nullopt, 2.0}, 9, Letters::Unicode) == "·▁·█");
    CHECK(sparkline(Values{std::nullopt, std::nullopt}, 9, Letters::Ascii) == "..");
}

TEST_CASE("of equal ones none is high or low") {
    CHECK(sparkline(Values{5.0, 5.0}, 9, Letters::Ascii) == "==");
}

}  // namespace colonnade::cli
