// SPDX-License-Identifier: Apache-2.0
// Lines of a table, one behind the other. Whoever writes into it makes room once a line, not once a
// cell.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "cli/table/shortest.hpp"

namespace colonnade::cli {

// A text that is written again and again; copied in whole blocks, which is quicker.
class FixedText {
public:
    static constexpr std::size_t Block = 16;

    explicit FixedText(std::string_view text) : text_(text), length_(text.size()) {
        text_.resize((length_ + Block - 1) / Block * Block);
    }
    // With the rest of its last block.
    [[nodiscard]] const std::string& blocks() const { return text_; }
    [[nodiscard]] std::size_t length() const { return length_; }

private:
    std::string text_;
    std::size_t length_ = 0;
};

// Writes where there is room enough: it does not look.
class Pen {
public:
    // No figure takes more; a fixed text takes its blocks.
    static constexpr std::size_t MostFigure = LongestShortest;

    explicit Pen(char* at) : at_(at) {}
    [[nodiscard]] const char* at() const { return at_; }

    void put(const FixedText& text) {
        const auto& blocks = text.blocks();
        for (std::size_t done = 0; done < blocks.size(); done += FixedText::Block)
            std::memcpy(at_ + done, blocks.data() + done, FixedText::Block);
        at_ += text.length();
    }
    void put(std::string_view text) {
        std::memcpy(at_, text.data(), text.size());
        at_ += text.size();
    }
    void put(char c) { *at_++ = c; }
    // So many bytes of a block, which is copied as a whole.
    template <std::size_t Bytes>
    void put_start(const char* block, std::size_t length) {
        std::memcpy(at_, block, Bytes);
        at_ += length;
    }
    void put_exact(double value) { at_ = write_shortest(value, at_); }

private:
    char* at_;
};

class LineBuffer {
public:
    // A pen at the end, with room for so many bytes.
    [[nodiscard]] Pen pen(std::size_t bytes) {
        if (capacity_ - size_ < bytes) grow(bytes);
        return Pen(bytes_.get() + size_);
    }
    // What it has written counts from now on.
    void take(const Pen& pen) {
        size_ = static_cast<std::size_t>(pen.at() - bytes_.get());
        assert(size_ <= capacity_);
    }
    [[nodiscard]] std::string_view text() const { return {bytes_.get(), size_}; }
    void clear() { size_ = 0; }

private:
    void grow(std::size_t bytes);

    std::unique_ptr<char[]> bytes_;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

}  // namespace colonnade::cli
