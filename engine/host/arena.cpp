// SPDX-License-Identifier: Apache-2.0
#include "engine/host/arena.hpp"

#include <algorithm>
#include <new>

#include "engine/host/refusal.hpp"

namespace colonnade::engine {
namespace {

constexpr std::size_t BlockBytes = 64 * 1024;

bool is_alignment(std::size_t bytes) {
    return bytes != 0 && bytes <= MostArenaAlignment && (bytes & (bytes - 1)) == 0;
}

}  // namespace

void* Arena::allocate(std::size_t bytes, std::size_t alignment) noexcept {
    if (!is_alignment(alignment) || bytes > MostArenaBytes) return nullptr;
    if (std::align(alignment, bytes, free_, room_) == nullptr) {
        if (!add_block(bytes + alignment - 1)) return nullptr;
        std::align(alignment, bytes, free_, room_);
    }
    auto* const piece = static_cast<std::byte*>(free_);
    free_ = piece + bytes;
    room_ -= bytes;
    return piece;
}

// The last blocks are as small as what is left.
bool Arena::add_block(std::size_t bytes) noexcept {
    const auto left = MostArenaBytes - total_;
    if (bytes > left) return false;
    const auto size = std::min(std::max(bytes, BlockBytes), left);
    std::unique_ptr<std::byte[]> block(new (std::nothrow) std::byte[size]);
    if (block == nullptr) return false;
    free_ = block.get();
    room_ = size;
    if (!contained([&] { blocks_.push_back(std::move(block)); })) {
        free_ = nullptr;
        room_ = 0;
        return false;
    }
    total_ += size;
    return true;
}

}  // namespace colonnade::engine
