// SPDX-License-Identifier: Apache-2.0
#include "cli/impact/changes.hpp"

#include <numeric>

namespace colonnade::cli {

void Moves::add(const Moves& other) {
    for (std::size_t i = 0; i < people_.size(); ++i)
        people_[i] += other.people_[i];
}

std::size_t Moves::people(int least, int most) const {
    return std::accumulate(people_.begin() + least + Most, people_.begin() + most + Most + 1,
                           std::size_t{0});
}

int Moves::largest_up() const {
    int move = Most;
    while (move > 0 && people(move, move) == 0)
        --move;
    return move;
}

int Moves::largest_down() const {
    int move = -Most;
    while (move < 0 && people(move, move) == 0)
        ++move;
    return move;
}

void Changes::add(const Changes& other) {
    compared += other.compared;
    gained += other.gained;
    lost += other.lost;
    without += other.without;
    became_provisional += other.became_provisional;
    no_longer_provisional += other.no_longer_provisional;
    failed += other.failed;
    before += other.before;
    after += other.after;
    moves.add(other.moves);
    for (std::size_t r = 0; r < rules.size(); ++r) {
        rules[r].sum += other.rules[r].sum;
        rules[r].people += other.rules[r].people;
    }
    caps += other.caps;
    for (const auto& [from_to, people] : other.ratings)
        ratings[from_to] += people;
    movers.add(other.movers);
}

}  // namespace colonnade::cli
