// SPDX-License-Identifier: Apache-2.0
// Which instructions have no result because a plugin's function failed, in which profiles, and why.
// Nothing is kept, and nothing looked at per profile, while no call fails.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace colonnade::engine {

class Failures {
public:
    explicit Failures(std::size_t instructions) : sets_(instructions, -1) {}

    // Why the instruction has no result in the row of a profile, or null.
    [[nodiscard]] const std::string* of(int instruction, std::size_t row) const;

    // False: it has a result everywhere.
    [[nodiscard]] bool any_of(int instruction) const { return sets_[index(instruction)] >= 0; }

    // The instruction is about to be computed, or has been given its value.
    void forget(int instruction) { sets_[index(instruction)] = -1; }
    // The instruction failed: in every row, or in one of `rows`. A row keeps its first reason.
    void note_everywhere(int instruction, std::string why);
    void note(int instruction, std::size_t row, std::size_t rows, std::string why);
    // What one of its parts cannot say the instruction cannot say either.
    void inherit(int instruction, std::span<const int> parts);
    [[nodiscard]] bool empty() const { return rows_.empty(); }

private:
    // The reason of each row, as an index, or -1; one reason for all where there are no rows.
    struct Rows {
        int everywhere = -1;
        std::vector<int> of_row;
    };

    static std::size_t index(int i) { return static_cast<std::size_t>(i); }
    void merge(int& set, int other);

    std::vector<int> sets_;  // per instruction: index into rows_, or -1
    std::vector<Rows> rows_;
    std::vector<std::string> reasons_;
};

}  // namespace colonnade::engine
