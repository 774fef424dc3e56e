// SPDX-License-Identifier: Apache-2.0
// The people who move most, however many there are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace colonnade::cli {

// Scores in tenths of a point, as results show them.
struct Mover {
    std::string id;
    int before = 0;
    int after = 0;

    [[nodiscard]] int move() const { return after - before; }
};

// The same whoever is added first.
class TopMovers {
public:
    explicit TopMovers(std::size_t most) : most_(most) {}

    void add(std::string_view id, int before, int after);
    void add(const TopMovers& other);
    // Who moves furthest first, up or down; of equal moves by id, byte by byte.
    [[nodiscard]] std::vector<Mover> in_order() const;

private:
    std::size_t most_;
    std::vector<Mover> heap_;  // the first is the one to give way
};

}  // namespace colonnade::cli
