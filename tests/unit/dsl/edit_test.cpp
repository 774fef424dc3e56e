// SPDX-License-Identifier: Apache-2.0
#include "dsl/text/edit.hpp"

#include <catch2/catch.hpp>

namespace colonnade::tests {
namespace {

using dsl::apply_edits;

TEST_CASE("edits change their spans and nothing else", "[dsl][text]") {
    CHECK(apply_edits("a: 2-3  # why\n", {{{3, 6}, "2..3"}}) == "a: 2..3  # why\n");
    CHECK(apply_edits("abc", {}) == "abc");
    CHECK(apply_edits("", {{{0, 0}, "x"}}) == "x");
}

TEST_CASE("edits are made in the order of their places", "[dsl][text]") {
    CHECK(apply_edits("abc", {{{2, 3}, "C"}, {{0, 1}, "A"}}) == "AbC");
    CHECK(apply_edits("abc", {{{1, 1}, "1"}, {{1, 1}, "2"}}) == "a12bc");
}

TEST_CASE("of two edits that overlap the first stays", "[dsl][text]") {
    CHECK(apply_edits("abcd", {{{0, 3}, "x"}, {{2, 4}, "y"}}) == "xd");
    CHECK(apply_edits("abcd", {{{1, 2}, "x"}, {{2, 3}, "y"}}) == "axyd");
}

TEST_CASE("an edit beyond the text ends with it", "[dsl][text]") {
    CHECK(apply_edits("ab", {{{1, 9}, "x"}}) == "ax");
    CHECK(apply_edits("ab", {{{7, 9}, "x"}}) == "abx");
}

}  // namespace
}  // namespace colonnade::tests
