// SPDX-License-Identifier: Apache-2.0
// One bit per value, least significant first, as Arrow's validity maps: 1 is known, 0 is unknown.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/column/buffer.hpp"

namespace colonnade::engine {

class Bitmap {
public:
    Bitmap() = default;
    Bitmap(std::size_t size, bool value) : bytes_((size + 7) / 8, value ? 0xFF : 0), size_(size) {}

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool test(std::size_t i) const { return (bytes_[i / 8] >> (i % 8) & 1U) != 0; }
    void set(std::size_t i, bool value) {
        const auto mask = static_cast<std::uint8_t>(1U << (i % 8));
        auto& byte = bytes_[i / 8];
        byte = static_cast<std::uint8_t>(value ? byte | mask : byte & ~mask);
    }
    void push_back(bool value) {
        if (size_ % 8 == 0) bytes_.push_back(0);
        set(size_++, value);
    }
    // Cuts off at the end, or appends bits of that value. Where bits were cut off, zeros stay
    // behind.
    void resize(std::size_t size, bool value);
    [[nodiscard]] const std::uint8_t* data() const { return bytes_.data(); }
    [[nodiscard]] std::uint8_t* data() { return bytes_.data(); }

private:
    Buffer<std::uint8_t> bytes_;
    std::size_t size_ = 0;
};

inline void Bitmap::resize(std::size_t size, bool value) {
    for (; size_ < size && size_ % 8 != 0; ++size_)
        set(size_, value);
    const auto last_bits = size % 8;
    bytes_.resize((size + 7) / 8, value ? 0xFF : 0);
    size_ = size;
    if (last_bits != 0) bytes_.back() &= static_cast<std::uint8_t>((1U << last_bits) - 1);
}

}  // namespace colonnade::engine
