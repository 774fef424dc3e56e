// SPDX-License-Identifier: Apache-2.0
// Memory that is handed out piece by piece and given back all at once.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace colonnade::engine {

// Of one call; many times what 65,536 rows of the deepest facts need.
inline constexpr std::size_t MostArenaBytes = 256 * 1024 * 1024;
// A page: nothing that computes needs more.
inline constexpr std::size_t MostArenaAlignment = 4096;

class Arena {
public:
    // Null where there is no more, or `alignment` is no power of two up to the most. Not zeroed.
    [[nodiscard]] void* allocate(std::size_t bytes, std::size_t alignment) noexcept;

private:
    [[nodiscard]] bool add_block(std::size_t bytes) noexcept;

    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    void* free_ = nullptr;  // in the last block, with `room_` bytes behind it
    std::size_t room_ = 0;
    std::size_t total_ = 0;
};

}  // namespace colonnade::engine
