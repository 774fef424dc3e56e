// SPDX-License-Identifier: Apache-2.0
// A number that tells whether bytes are still the same: FNV-1a. Nobody tries to deceive it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace colonnade::engine {

class Digest {
public:
    void add(const void* data, std::size_t size) {
        const auto* bytes = static_cast<const unsigned char*>(data);
        for (std::size_t i = 0; i < size; ++i)
            value_ = (value_ ^ bytes[i]) * 0x100000001B3U;
    }
    void add(std::string_view text) { add(text.data(), text.size()); }
    template <class Values>
    void add_all(const Values& values) {
        add(values.data(), values.size() * sizeof(values[0]));
    }
    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 0xCBF29CE484222325U;
};

}  // namespace colonnade::engine
