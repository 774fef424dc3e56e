// SPDX-License-Identifier: Apache-2.0
#include "cli/bytes/range_bytes.hpp"

#include <algorithm>

#include "cli/bytes/plain_bytes.hpp"

namespace colonnade::cli {

RangeBytes::RangeBytes(const std::string& path, std::size_t begin, std::size_t end)
    : file_(path), begin_(begin), at_(begin), end_(end) {}

std::size_t RangeBytes::read(char* into, std::size_t most) {
    const auto piece = file_.read(at_, std::min(most, end_ - at_));
    hash_.add(piece);
    at_ += piece.size();
    std::copy(piece.begin(), piece.end(), into);
    if (piece.empty() && at_ < end_)
        problem_ = file_.error().empty() ? BecameShorter : file_.error();
    return piece.size();
}

}  // namespace colonnade::cli
