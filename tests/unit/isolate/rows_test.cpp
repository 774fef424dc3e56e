// SPDX-License-Identifier: Apache-2.0
// The row that breaks a call is found, and all others keep their results.
#include <catch2/catch.hpp>

#include "tests/unit/isolate/isolated.hpp"

namespace colonnade::tests {
namespace {

// 1.5 in every row but those, which hold the number that the functions do not like.
std::vector<double> amounts(std::size_t rows, const std::vector<std::size_t>& guilty) {
    std::vector<double> made(rows, 1.5);
    for (const auto row : guilty)
        made[row] = 13;
    return made;
}

void check_all_but(const Results& results, const std::vector<std::size_t>& guilty) {
    REQUIRE(results.failures.size() == guilty.size());
    std::vector<std::uint8_t> known(results.slot.known.size(), 1);
    for (std::size_t i = 0; i < guilty.size(); ++i) {
        CHECK(results.failures[i].row == static_cast<std::int64_t>(guilty[i]));
        known[guilty[i]] = 0;
    }
    CHECK(std::vector<std::uint8_t>(results.slot.known.begin(), results.slot.known.end()) == known);
    std::size_t wrong = 0;
    for (std::size_t row = 0; row < known.size(); ++row)
        wrong += known[row] != 0 && results.slot.value[row] != 3 ? 1 : 0;
    CHECK(wrong == 0);
}

}  // namespace

TEST_CASE("the row that crashes is found among many", "[isolate]") {
    for (const std::size_t rows : {1U, 2U, 63U, 64U, 65U, 5'000U}) {
        for (const std::size_t guilty : {std::size_t{0}, rows / 2, rows - 1}) {
            PluginCaller violent(isolated("violent"));
            const auto results = violent.call("crashes_on_13", amounts(rows, {guilty}));
            INFO(guilty << " of " << rows);
            check_all_but(results, {guilty});
            CHECK(results.failures[0].message ==
                  "plugin `violent`: function `crashes_on_13`: crashed (segmentation fault)");
        }
    }
}

TEST_CASE("the row that hangs is found", "[isolate]") {
    auto how = isolation();
    // An eighth of it is for each half: long enough for an answer on a machine that is busy.
    how.limits.call = std::chrono::milliseconds(1'200);
    PluginCaller violent(isolated("violent", how));
    const auto results = violent.call("loops_on_13", amounts(9, {4}));
    check_all_but(results, {4});
    CHECK_THAT(results.failures[0].message, Catch::Contains("did not answer within 151 ms"));
}

TEST_CASE("two rows that crash are both found", "[isolate]") {
    PluginCaller violent(isolated("violent"));
    check_all_but(violent.call("crashes_on_13", amounts(100, {17, 90})), {17, 90});
}

TEST_CASE("where no row alone is to blame, all have their results", "[isolate]") {
    PluginCaller violent(isolated("violent"));
    check_all_but(violent.call("crashes_on_many", amounts(20, {})), {});
}

TEST_CASE("after three failures a plugin is not asked any more", "[isolate]") {
    PluginCaller violent(isolated("violent"));
    const std::string begin = "plugin `violent`: function `crashes_on_13`: ";
    const auto results = violent.call("crashes_on_13", std::vector<double>(20, 13));
    CHECK(results.failures.size() == 20);
    CHECK(results.slot.known == engine::Buffer<std::uint8_t>(20, 0));
    CHECK(results.failures[2].message == begin + "crashed (segmentation fault)");
    const std::string quarantine =
        "is not asked any more in this run, since it failed 3 times: it crashed (segmentation "
        "fault)";
    CHECK(results.failures[3].message == begin + quarantine);
    CHECK(results.failures[19].message == begin + quarantine);
    const auto sound = violent.call("sound", {1.0});
    REQUIRE(sound.failures.size() == 1);
    CHECK(sound.failures[0].message == "plugin `violent`: function `sound`: " + quarantine);
}

TEST_CASE("two failures are suffered", "[isolate]") {
    PluginCaller violent(isolated("violent"));
    for (int i = 0; i < 2; ++i)
        CHECK(violent.call("null_write", {1.0}).failures.size() == 1);
    CHECK(violent.call("sound", {1.0}).failures.empty());
    CHECK(violent.call("null_write", {1.0}).failures.size() == 1);
    CHECK(violent.call("sound", {1.0}).failures.size() == 1);
}

TEST_CASE("a failure that a function reports itself is none of the process", "[isolate]") {
    PluginCaller violent(isolated("violent"));
    for (int i = 0; i < 4; ++i) {
        const auto results = violent.call("fails_on_13", {13.0});
        REQUIRE(results.failures.size() == 1);
        CHECK(results.failures[0].message == "plugin `violent`: function `fails_on_13`: thirteen");
    }
    CHECK(violent.call("sound", {1.0}).failures.empty());
}

}  // namespace colonnade::tests
