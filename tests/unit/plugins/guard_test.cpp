// SPDX-License-Identifier: Apache-2.0
// What the guard makes of what is thrown, also into records that are small, old or missing.
#include "colonnade/sdk/guard.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace colonnade::sdk {
namespace {

colonnade_error fresh() {
    colonnade_error error{};
    error.size = sizeof error;
    return error;
}

}  // namespace

TEST_CASE("exceptions become error records", "[plugins][sdk][guard]") {
    auto error = fresh();
    CHECK(guarded(&error, [] {}) == COLONNADE_OK);
    CHECK(error.message[0] == '\0');
    CHECK(guarded(&error, [] { throw Failure("no such word").at_row(5).at_parameter(2); }) ==
          COLONNADE_INVALID_ARGUMENT);
    CHECK(error.code == COLONNADE_INVALID_ARGUMENT);
    CHECK(error.row == 5);
    CHECK(error.parameter == 2);
    CHECK(std::string(error.message) == "no such word");
    CHECK(guarded(&error, [] { throw Failure("enough", COLONNADE_STOPPED); }) == COLONNADE_STOPPED);
    CHECK(error.row == -1);
    CHECK(guarded(&error, [] { throw std::bad_alloc(); }) == COLONNADE_NO_MEMORY);
    CHECK(guarded(&error, [] { throw std::logic_error("oops"); }) == COLONNADE_INTERNAL);
    CHECK(std::string(error.message) == "oops");
    CHECK(guarded(&error, [] { throw 7; }) == COLONNADE_INTERNAL);
    CHECK(guarded(nullptr, [] { throw 7; }) == COLONNADE_INTERNAL);
}

TEST_CASE("messages are cut between characters", "[plugins][sdk][guard]") {
    auto error = fresh();
    report(&error, COLONNADE_INTERNAL, std::string(511, 'x'));
    CHECK(std::string(error.message) == std::string(511, 'x'));
    report(&error, COLONNADE_INTERNAL, std::string(512, 'x'));
    CHECK(std::string(error.message) == std::string(511, 'x'));
    report(&error, COLONNADE_INTERNAL, std::string(510, 'x') + "ä");
    CHECK(std::string(error.message) == std::string(510, 'x'));
    report(&error, COLONNADE_INTERNAL, std::string(509, 'x') + "ä");
    CHECK(std::string(error.message) == std::string(509, 'x') + "ä");
}

TEST_CASE("a smaller record is filled as far as it goes", "[plugins][sdk][guard]") {
    auto error = fresh();
    error.size = offsetof(colonnade_error, message) + 4;
    error.message[4] = '!';
    report(&error, COLONNADE_INTERNAL, "too long");
    CHECK(std::string(error.message) == "too");
    CHECK(error.message[4] == '!');
    error = fresh();
    error.size = 8;
    CHECK(report(&error, COLONNADE_INTERNAL, "nothing fits") == COLONNADE_INTERNAL);
    CHECK(error.code == COLONNADE_OK);
}

}  // namespace colonnade::sdk
