// SPDX-License-Identifier: Apache-2.0
// "Did you mean": help only where it is very likely right.
#include "dsl/text/nearest_name.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace colonnade::dsl;

namespace {

using Names = std::vector<std::string>;

std::string nearest(std::string_view typed, const Names& known) {
    return nearest_name(typed, known).value_or("-");
}

}  // namespace

TEST_CASE("one near name is offered", "[dsl][text]") {
    const Names known{"endorsements", "recommendations", "posts", "photo"};
    CHECK(nearest("endorsement", known) == "endorsements");
    CHECK(nearest("endorsmeents", known) == "endorsements");
    CHECK(nearest("post", known) == "posts");
    CHECK(nearest("potso", known) == "-");
    CHECK(nearest("spots", known) == "posts");
    CHECK(nearest("likes", known) == "-");
    CHECK(nearest("", known) == "-");
}

TEST_CASE("two neighbours swapped are one mistake", "[dsl][text]") {
    CHECK(nearest("pohto", {"photo"}) == "photo");
    CHECK(nearest("fo", {"of"}) == "of");
}

TEST_CASE("short names must be nearer", "[dsl][text]") {
    CHECK(nearest("ab", {"cd"}) == "-");
    CHECK(nearest("abc", {"ab"}) == "ab");
    CHECK(nearest("abcd", {"abxy"}) == "-");
    CHECK(nearest("abcde", {"abcxy"}) == "abcxy");
}

TEST_CASE("two equally near names give no hint", "[dsl][text]") {
    CHECK(nearest("card", {"care", "cart"}) == "-");
    CHECK(nearest("card", {"care", "cart", "card"}) == "card");
    CHECK(nearest("bestt", {"tests", "beste", "best"}) == "-");
}

TEST_CASE("very long names are left alone", "[dsl][text]") {
    CHECK(nearest(std::string(65, 'a'), {std::string(64, 'a')}) == "-");
    CHECK(nearest(std::string(64, 'a'), {std::string(63, 'a')}) == std::string(63, 'a'));
}

TEST_CASE("few known names are listed where none is near", "[dsl][text]") {
    CHECK(did_you_mean("colur", Names{"colour"}) == "did you mean `colour`?");
    CHECK(did_you_mean("x", Names{"first", "second"}) == "known here: `first`, `second`");
    CHECK(did_you_mean("x", Names{}).empty());
    CHECK(did_you_mean("xyzxyz", Names(9, "longer")).empty());
}
