// SPDX-License-Identifier: Apache-2.0
// Lines of a table, one behind the other. Whoever writes into it makes room once a line, not once a
// cell.
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "cli/table/figure_texts.hpp"
#include "cli/table/shortest.hpp"

namespace colonnade::cli {

// A text that is written again and again. Copied in whole blocks, of which one is as a rule enough:
// that costs no look at how long it is.
class FixedText {
public:
    static constexpr std::size_t Block = 32;

    explicit FixedText(std::string_view text) : length_(text.size()) {
        std::copy_n(text.begin(), std::min(Block, text.size()), start_.begin());
        if (text.size() > Block) rest_ = text.substr(Block);
    }
    // So much room it takes.
    [[nodiscard]] std::size_t room() const { return Block + rest_.size(); }
    // Gives the place behind it.
    [[nodiscard]] char* write(char* at) const {
        std::memcpy(at, start_.data(), Block);
        if (length_ > Block) std::memcpy(at + Block, rest_.data(), rest_.size());
        return at + length_;
    }

private:
    std::size_t length_ = 0;
    std::array<char, Block> start_{};
    std::string rest_;
};

// Writes where there is room enough: it does not look. Handed on by value, it stays in a register.
class Pen {
public:
    // No figure takes more.
    static constexpr std::size_t MostFigure = LongestShortest;

    explicit Pen(char* at) : at_(at) {}
    [[nodiscard]] const char* at() const { return at_; }

    [[nodiscard]] Pen put(const FixedText& text) const { return Pen(text.write(at_)); }
    [[nodiscard]] Pen put(std::string_view text) const {
        std::memcpy(at_, text.data(), text.size());
        return Pen(at_ + text.size());
    }
    [[nodiscard]] Pen put(char c) const {
        *at_ = c;
        return Pen(at_ + 1);
    }
    [[nodiscard]] Pen put(const FigureText& text) const {
        std::memcpy(at_, &text.bytes, FigureBytes);
        return Pen(at_ + text.length);
    }
    [[nodiscard]] Pen put_exact(double value) const { return Pen(write_shortest(value, at_)); }

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
