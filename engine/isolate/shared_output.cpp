// SPDX-License-Identifier: Apache-2.0
#include "engine/isolate/shared_output.hpp"

#include <cstring>

namespace colonnade::engine {
namespace {

std::byte* values_guard(const colonnade_output& output) {
    return static_cast<std::byte*>(output.values) +
           OutputLayout(output.kind, output.rows).value_bytes;
}

std::byte* known_guard(const colonnade_output& output) {
    return reinterpret_cast<std::byte*>(output.known) +
           OutputLayout(output.kind, output.rows).known_bytes;
}

}  // namespace

SharedOutput::SharedOutput(std::span<std::byte> memory, Rows rows, const colonnade_output& output)
    : memory_(memory),
      rows_(rows),
      layout_(output.kind, rows.size()),
      guard_(*known_guard(output)) {
    std::memset(memory_.data(), 0, layout_.end());
    std::memcpy(memory_.data() + layout_.value_bytes, values_guard(output), GuardBytes);
    std::memcpy(memory_.data() + layout_.known_at + layout_.known_bytes, known_guard(output),
                GuardBytes);
}

void SharedOutput::copy_to(colonnade_output& output) const {
    const auto first = static_cast<std::size_t>(rows_.begin) * value_bytes(output.kind);
    std::memcpy(static_cast<std::byte*>(output.values) + first, memory_.data(),
                layout_.value_bytes);
    std::memcpy(values_guard(output), memory_.data() + layout_.value_bytes, GuardBytes);
    std::memcpy(known_guard(output), memory_.data() + layout_.known_at + layout_.known_bytes,
                GuardBytes);
    copy_known(output);
}

void SharedOutput::copy_known(colonnade_output& output) const {
    const auto* from = memory_.data() + layout_.known_at;
    const auto bit = [&](std::int64_t i) {
        return static_cast<unsigned>(from[i / 8] >> (i % 8)) & 1U;
    };
    std::int64_t copied = 0;
    if (rows_.begin % 8 == 0) {
        copied = rows_.size() / 8 * 8;
        std::memcpy(output.known + rows_.begin / 8, from, static_cast<std::size_t>(copied) / 8);
    }
    for (; copied < rows_.size(); ++copied) {
        const auto row = rows_.begin + copied;
        auto& byte = output.known[row / 8];
        byte = static_cast<std::uint8_t>(byte | bit(copied) << (row % 8));
    }
    // A bit beyond the rows would be that of another row: it goes into the guard, to be seen.
    const auto bits = static_cast<std::int64_t>(layout_.known_bytes) * 8;
    for (; copied < bits; ++copied) {
        if (bit(copied) != 0) *known_guard(output) = guard_ ^ std::byte{0xFF};
    }
}

}  // namespace colonnade::engine
