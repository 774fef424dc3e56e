// SPDX-License-Identifier: Apache-2.0
// Makes inputs out of inputs, without a look at what they reach: short runs of all targets in every
// test run, where clang is not. Looking further is for libFuzzer (`./dev fuzz`).
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace colonnade::fuzz {

enum class Change { Flip, Set, Insert, Erase, Copy, Splice, Word, Number };
constexpr std::size_t Changes = 8;
constexpr std::size_t MostChanges = 8;  // of one input, at once

struct Material {
    std::vector<std::string> inputs;  // to begin with; the empty one where there are none
    std::vector<std::string> words;   // of the target's dictionary
    std::size_t most_bytes = 4096;
};

// The same seed makes the same inputs in the same order, on every machine.
class Mutator {
public:
    Mutator(std::uint64_t seed, Material material);

    // One of the inputs, changed once or several times.
    std::string next();
    void change(Change kind, std::string& bytes);

private:
    std::size_t below(std::size_t count);
    std::size_t few(std::size_t count);
    const std::string& one_of(const std::vector<std::string>& texts);
    void put(std::string_view piece, std::string& bytes);
    void flip(std::string& bytes);
    void set(std::string& bytes);
    void insert(std::string& bytes);
    void erase(std::string& bytes);
    void copy(std::string& bytes);
    void splice(std::string& bytes);
    std::string number();

    std::mt19937_64 dice_;
    Material material_;
};

}  // namespace colonnade::fuzz
