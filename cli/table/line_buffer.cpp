// SPDX-License-Identifier: Apache-2.0
#include "cli/table/line_buffer.hpp"

#include <algorithm>

namespace colonnade::cli {

void LineBuffer::grow(std::size_t bytes) {
    const auto capacity = std::max(2 * capacity_, size_ + bytes);
    std::unique_ptr<char[]> larger(new char[capacity]);
    if (size_ > 0) std::memcpy(larger.get(), bytes_.get(), size_);
    bytes_ = std::move(larger);
    capacity_ = capacity;
}

}  // namespace colonnade::cli
