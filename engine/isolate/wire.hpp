// SPDX-License-Identifier: Apache-2.0
// Numbers and texts as bytes, from the program to a plugin's process or to an image that it reads
// again: the same program on the same kind of machine, so native byte order, no names. The reader
// believes nothing that it reads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>

namespace colonnade::engine {

class WireWriter {
public:
    template <class Number>
    WireWriter& number(Number value) {
        static_assert(std::is_arithmetic_v<Number>);
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        bytes_.append(bytes, sizeof value);
        return *this;
    }
    WireWriter& text(std::string_view text) {
        number(static_cast<std::uint64_t>(text.size()));
        bytes_.append(text);
        return *this;
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
};

// After the first thing that is not there, everything reads as 0 or empty, and `is_sound` is false.
class WireReader {
public:
    // The bytes must outlive the reader and the texts it gave.
    explicit WireReader(std::string_view bytes) : rest_(bytes) {}

    template <class Number>
    [[nodiscard]] Number number() {
        static_assert(std::is_arithmetic_v<Number>);
        Number value{};
        const auto bytes = take(sizeof value);
        if (!bytes.empty()) std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }
    [[nodiscard]] std::string_view text(
        std::size_t most = std::numeric_limits<std::size_t>::max()) {
        const auto size = number<std::uint64_t>();
        if (size > most) is_sound_ = false;
        return take(static_cast<std::size_t>(size));
    }
    // How many of something follow; each takes a byte at least, so that a count cannot lie much.
    [[nodiscard]] std::uint32_t count(std::size_t most) {
        const auto items = number<std::uint32_t>();
        if (items <= most && items <= rest_.size()) return items;
        is_sound_ = false;
        return 0;
    }

    [[nodiscard]] bool is_sound() const { return is_sound_; }
    // Sound, and nothing is left.
    [[nodiscard]] bool is_done() const { return is_sound_ && rest_.empty(); }

private:
    std::string_view take(std::size_t size) {
        if (!is_sound_ || size > rest_.size()) {
            is_sound_ = false;
            return {};
        }
        const auto taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }

    std::string_view rest_;
    bool is_sound_ = true;
};

}  // namespace colonnade::engine
