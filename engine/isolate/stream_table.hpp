// SPDX-License-Identifier: Apache-2.0
// The streams that a plugin's process was lent, by number, and what it asks of them. It never sees
// a path or a descriptor.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "colonnade/plugin.h"
#include "engine/isolate/frame.hpp"
#include "engine/isolate/wire.hpp"

namespace colonnade::engine {

// Files of a folder that are open at once; each holds a descriptor of this program.
inline constexpr std::size_t MostOpenEntries = 64;

class StreamTable {
public:
    StreamTable() = default;
    ~StreamTable() { clear(); }
    StreamTable(const StreamTable&) = delete;
    StreamTable& operator=(const StreamTable&) = delete;

    // The stream must live until it is taken back.
    [[nodiscard]] std::uint32_t lend(const colonnade_stream& stream);
    // Its entries that are open are closed.
    void take_back(std::uint32_t number);
    void clear();

    // The payload of the answer; nothing where the question makes no sense.
    [[nodiscard]] std::optional<std::string> answer(const Frame& question);

    // What the process must know of a stream before it asks.
    static void write(std::uint32_t number, const colonnade_stream& stream, WireWriter& to);

private:
    struct Lent {
        const colonnade_stream* stream;
        std::uint32_t folder;  // 0: not an entry of one
    };
    using Lents = std::map<std::uint32_t, Lent>;
    std::uint32_t add(const Lent& lent);
    Lents::iterator erase(Lents::iterator at);
    [[nodiscard]] bool has_room() const;
    void read_at(const colonnade_stream& stream, WireReader& from, WireWriter& to) const;
    void open_entry(std::uint32_t folder, WireReader& from, WireWriter& to);

    Lents lent_;
    std::uint32_t last_ = 0;
};

}  // namespace colonnade::engine
