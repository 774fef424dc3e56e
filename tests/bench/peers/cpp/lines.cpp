// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/peers/cpp/lines.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace peer {
namespace {

// Fits into the second cache together with its columns.
constexpr std::size_t PieceBytes = std::size_t{1} << 19U;

}  // namespace

void give_up(std::string_view what) {
    std::fprintf(stderr, "peer_cpp: %.*s\n", static_cast<int>(what.size()), what.data());
    std::exit(1);
}

Lines::Lines(const char* path) : file_(::open(path, O_RDONLY | O_CLOEXEC)) {
    if (file_ < 0) give_up("the file cannot be read");
    buffer_.resize(PieceBytes + Padding);
}

Lines::~Lines() {
    ::close(file_);
}

std::string_view Lines::next() {
    buffer_.replace(0, given_, "");
    buffer_.resize(PieceBytes + Padding);
    size_ -= given_;
    while (size_ < PieceBytes) {
        const auto got = ::read(file_, buffer_.data() + size_, PieceBytes - size_);
        if (got < 0) give_up("the file cannot be read");
        if (got == 0) break;
        size_ += static_cast<std::size_t>(got);
    }
    const auto end = std::string_view(buffer_.data(), size_).rfind('\n');
    if (end == std::string_view::npos && size_ > 0) give_up("a line is too long, or does not end");
    given_ = size_ == 0 ? 0 : end + 1;
    return {buffer_.data(), given_};
}

}  // namespace peer
