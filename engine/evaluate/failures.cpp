// SPDX-License-Identifier: Apache-2.0
#include "engine/evaluate/failures.hpp"

namespace colonnade::engine {

const std::string* Failures::of(int instruction, std::size_t row) const {
    const int set = sets_[index(instruction)];
    if (set < 0) return nullptr;
    const auto& rows = rows_[index(set)];
    const int reason = rows.everywhere >= 0 ? rows.everywhere : rows.of_row[row];
    return reason < 0 ? nullptr : &reasons_[index(reason)];
}

void Failures::note_everywhere(int instruction, std::string why) {
    sets_[index(instruction)] = static_cast<int>(rows_.size());
    rows_.push_back({static_cast<int>(reasons_.size()), {}});
    reasons_.push_back(std::move(why));
}

void Failures::note(int instruction, std::size_t row, std::size_t rows, std::string why) {
    auto& set = sets_[index(instruction)];
    if (set < 0) {
        set = static_cast<int>(rows_.size());
        rows_.push_back({-1, std::vector<int>(rows, -1)});
    }
    auto& noted = rows_[index(set)];
    if (noted.everywhere >= 0 || noted.of_row[row] >= 0) return;
    noted.of_row[row] = static_cast<int>(reasons_.size());
    reasons_.push_back(std::move(why));
}

void Failures::inherit(int instruction, std::span<const int> parts) {
    for (const int part : parts)
        merge(sets_[index(instruction)], sets_[index(part)]);
}

// Sets are shared as long as one says it all; two that differ make a third.
void Failures::merge(int& set, int other) {
    if (other < 0 || other == set) return;
    if (set < 0 || rows_[index(other)].everywhere >= 0) {
        set = other;
        return;
    }
    if (rows_[index(set)].everywhere >= 0) return;
    auto both = rows_[index(set)];
    const auto& more = rows_[index(other)].of_row;
    for (std::size_t row = 0; row < more.size(); ++row) {
        if (both.of_row[row] < 0) both.of_row[row] = more[row];
    }
    set = static_cast<int>(rows_.size());
    rows_.push_back(std::move(both));
}

}  // namespace colonnade::engine
