// SPDX-License-Identifier: Apache-2.0
// Finds the instructions of a program that compute the same, by what they are made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/program/program.hpp"

namespace colonnade::engine {

[[nodiscard]] std::size_t hash_of(const Instruction& instruction);
[[nodiscard]] bool compute_the_same(const Instruction& a, const Instruction& b);

// A set of indices into `code`, which outlives it: of instructions that compute the same the first
// one. A table of hashes that is at most half full, so that looking up touches one line of it.
class SameInstructions {
public:
    explicit SameInstructions(const std::vector<Instruction>& code) : code_(code) {}

    // The index of an instruction that computes what the one at `index` does: that itself, where
    // none did so far.
    int insert(int index);

private:
    struct Slot {
        std::size_t hash = 0;
        int index = -1;  // -1: free
    };
    // The slot of an equal instruction, or the free one where it belongs.
    Slot& find(std::size_t hash, int index);
    void grow();

    const std::vector<Instruction>& code_;
    std::vector<Slot> slots_;  // a power of two
    std::size_t used_ = 0;
};

}  // namespace colonnade::engine
