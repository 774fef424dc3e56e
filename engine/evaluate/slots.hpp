// SPDX-License-Identifier: Apache-2.0
// What evaluation keeps for each instruction: a value and whether it is known, for every profile or
// for every element of a list.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/column/buffer.hpp"

namespace colonnade::engine {

// Yes/no is 0 or 1, a category its index, a moment seconds. A value that is not known is 0.
struct Slot {
    Buffer<double> value;
    Buffer<std::uint8_t> known;

    void resize(std::size_t n) {
        value.assign(n, 0);
        known.assign(n, 0);
    }
    // Grows only: what is kept from block to block is not cleared.
    void hold(std::size_t n) {
        if (value.size() < n) value.resize(n);
        if (known.size() < n) known.resize(n);
    }
    void set(std::size_t i, double v) {
        value[i] = v;
        known[i] = 1;
    }
};

// A run of rows or elements of a batch: profiles in the batch's order, or the elements of theirs.
struct Range {
    std::size_t first = 0;
    std::size_t count = 0;

    [[nodiscard]] std::size_t end() const { return first + count; }
    friend bool operator==(const Range&, const Range&) = default;
};

// What is kept from `first` on, found by its place in the batch.
template <class T>
struct Placed {
    const T* data = nullptr;
    std::size_t first = 0;

    const T& operator[](std::size_t at) const { return data[at - first]; }
    [[nodiscard]] const T* from(std::size_t at) const { return data + (at - first); }
};

// A byte of 0 or 1 each: what is known, or which elements are meant. Without data: all of them.
struct PlacedFlags {
    const std::uint8_t* data = nullptr;
    std::size_t first = 0;

    [[nodiscard]] bool all() const { return data == nullptr; }
    std::uint8_t operator[](std::size_t at) const {
        return all() ? std::uint8_t{1} : data[at - first];
    }
    [[nodiscard]] const std::uint8_t* from(std::size_t at) const {
        return all() ? nullptr : data + (at - first);
    }
};

// The values of an instruction as they are read; they lie in a slot, in a column of the batch, or
// with the evaluator that another one was made from.
struct SlotView {
    Placed<double> value;
    PlacedFlags known;
    bool is_constant = false;  // all values are the same
};

// Texts are views into the batch, or into what was made of them.
struct TextSlot {
    std::vector<std::string_view> value;
    Buffer<std::uint8_t> known;
};

struct TextView {
    Placed<std::string_view> value;
    PlacedFlags known;
    bool is_constant = false;
};

}  // namespace colonnade::engine
