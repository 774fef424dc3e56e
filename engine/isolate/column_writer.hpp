// SPDX-License-Identifier: Apache-2.0
// Writes some rows of a batch into shared memory: the values as they are, each array aligned, and
// then a description of where they lie. Texts and lists of the rows begin at 0 again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "colonnade/plugin.h"
#include "engine/isolate/wire.hpp"

namespace colonnade::engine {

// Rows of a batch or elements of a list, the end not included.
struct Rows {
    std::int64_t begin = 0;
    std::int64_t end = 0;

    [[nodiscard]] std::int64_t size() const { return end - begin; }
};

// In the place of an array that is not there.
inline constexpr std::uint64_t NoArray = ~std::uint64_t{0};

// Where the description lies.
struct WrittenBatch {
    std::uint64_t at = 0;
    std::uint64_t size = 0;
};

class ColumnWriter {
public:
    explicit ColumnWriter(std::span<std::byte> memory) : memory_(memory) {}

    // False where the rows do not fit into the memory.
    [[nodiscard]] bool write(const colonnade_batch& batch, Rows rows, WrittenBatch& written);

private:
    void write_column(const colonnade_column& column, Rows rows);
    void write_words(const colonnade_column& column);
    void write_children(const colonnade_column& column, Rows rows);
    [[nodiscard]] std::uint64_t put_values(const colonnade_column& column, Rows rows);
    [[nodiscard]] std::uint64_t put_bits(const std::uint8_t* bits, Rows rows);
    [[nodiscard]] std::uint64_t put_offsets(const std::int32_t* offsets, Rows rows);
    [[nodiscard]] std::uint64_t put(const void* from, std::size_t size);
    // Room for an array, or null where there is none.
    [[nodiscard]] std::byte* reserve(std::size_t size);
    [[nodiscard]] std::uint64_t place_of(const std::byte* array) const;

    std::span<std::byte> memory_;
    std::size_t used_ = 0;
    bool is_full_ = false;
    WireWriter description_;
};

}  // namespace colonnade::engine
