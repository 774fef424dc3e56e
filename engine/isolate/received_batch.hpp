// SPDX-License-Identifier: Apache-2.0
// The batch that a plugin's process finds in shared memory, as the contract's views over it.
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <vector>

#include "colonnade/plugin.h"
#include "engine/column/buffer.hpp"
#include "engine/isolate/column_writer.hpp"
#include "engine/isolate/wire.hpp"

namespace colonnade::engine {

class ReceivedBatch {
public:
    ReceivedBatch(std::span<const std::byte> memory, const WrittenBatch& written);
    ReceivedBatch(const ReceivedBatch&) = delete;
    ReceivedBatch& operator=(const ReceivedBatch&) = delete;

    // False where it is not what a `ColumnWriter` writes.
    [[nodiscard]] bool is_sound() const { return is_sound_; }
    [[nodiscard]] const colonnade_batch& batch() const { return batch_; }

private:
    [[nodiscard]] const colonnade_column* read_column(WireReader& from, int depth);
    void read_words(WireReader& from, colonnade_column& column);
    void read_names(WireReader& from, colonnade_column& column);
    void read_children(WireReader& from, colonnade_column& column, int depth);
    template <class Value>
    [[nodiscard]] const Value* read_array(WireReader& from) const;

    std::span<const std::byte> memory_;
    // Deques, since views point to each other.
    std::deque<colonnade_column> columns_;
    std::deque<std::vector<const colonnade_column*>> children_;
    std::deque<Buffer<colonnade_word>> words_;
    std::deque<std::vector<colonnade_text>> names_;
    std::vector<const colonnade_column*> arguments_;
    colonnade_batch batch_{};
    bool is_sound_ = false;
};

}  // namespace colonnade::engine
