// SPDX-License-Identifier: Apache-2.0
// A file in pieces of whole lines, with room behind them for parsers that read ahead.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace peer {

class Lines {
public:
    // Ends the program where the file cannot be read.
    explicit Lines(const char* path);
    Lines(const Lines&) = delete;
    Lines& operator=(const Lines&) = delete;
    ~Lines();

    // The next piece, empty at the end. Good until the next call.
    [[nodiscard]] std::string_view next();

    // What may be read behind the last byte of a piece.
    static constexpr std::size_t Padding = 64;

private:
    int file_ = -1;
    std::string buffer_;
    std::size_t size_ = 0;   // filled
    std::size_t given_ = 0;  // given out by the last call
};

[[noreturn]] void give_up(std::string_view what);

}  // namespace peer
