// SPDX-License-Identifier: Apache-2.0
// Contiguous values, 64-byte aligned as Apache Arrow and the plugin boundary ask for.
#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace colonnade::engine {

inline constexpr std::size_t BufferAlignment = 64;

template <class T>
struct AlignedAllocator {
    using value_type = T;

    AlignedAllocator() = default;
    template <class U>
    AlignedAllocator(const AlignedAllocator<U>&) {}

    T* allocate(std::size_t n) {
        return static_cast<T*>(::operator new(n * sizeof(T), std::align_val_t(BufferAlignment)));
    }
    void deallocate(T* p, std::size_t) { ::operator delete(p, std::align_val_t(BufferAlignment)); }
    template <class U>
    bool operator==(const AlignedAllocator<U>&) const {
        return true;
    }
};

template <class T>
using Buffer = std::vector<T, AlignedAllocator<T>>;

}  // namespace colonnade::engine
