// SPDX-License-Identifier: Apache-2.0
// Who moves most is the same whoever comes first, and no more people are kept than are asked for.
#include "cli/impact/movers.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using colonnade::cli::Mover;
using colonnade::cli::TopMovers;

namespace {

std::vector<std::string> ids(const TopMovers& movers) {
    std::vector<std::string> ids;
    for (const auto& mover : movers.in_order())
        ids.push_back(mover.id);
    return ids;
}

}  // namespace

TEST_CASE("movers: the furthest first, up or down, ties by id, byte by byte") {
    std::vector<Mover> people{{"b", 500, 530}, {"a", 530, 500}, {"Z", 0, 30},    {"ä", 0, 30},
                              {"c", 0, 31},    {"d", 900, 0},   {"e", 400, 401}, {"", 0, 30}};
    std::sort(people.begin(), people.end(),
              [](const Mover& x, const Mover& y) { return x.id < y.id; });
    do {
        TopMovers movers(6);
        for (const auto& [id, before, after] : people)
            movers.add(id, before, after);
        REQUIRE(ids(movers) == std::vector<std::string>{"d", "c", "", "Z", "a", "b"});
    } while (std::next_permutation(people.begin(), people.end(),
                                   [](const Mover& x, const Mover& y) { return x.id < y.id; }));
}

TEST_CASE("movers: of one id the lower score stands first, whatever came first") {
    TopMovers one(2);
    TopMovers other(2);
    one.add("a", 10, 20);
    one.add("a", 20, 10);
    one.add("a", 5, 15);
    other.add("a", 5, 15);
    other.add("a", 20, 10);
    other.add("a", 10, 20);
    const auto a = one.in_order();
    const auto b = other.in_order();
    REQUIRE(a.size() == 2);
    CHECK((a[0].before == 5 && a[1].before == 10));
    CHECK((b[0].before == 5 && b[1].before == 10));
}

TEST_CASE("movers: who does not move is not among them, and nobody is where none are asked for") {
    TopMovers some(3);
    some.add("still", 400, 400);
    CHECK(some.in_order().empty());
    TopMovers none(0);
    none.add("a", 0, 1000);
    CHECK(none.in_order().empty());
}
