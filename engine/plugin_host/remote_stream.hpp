// SPDX-License-Identifier: Apache-2.0
// A stream whose bytes are with the program that started this process: each reading asks it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "engine/host/stream.hpp"
#include "engine/isolate/wire.hpp"
#include "engine/plugin_host/host_line.hpp"

namespace colonnade::engine {

class RemoteStream final : public HostStream {
public:
    // As `StreamTable::write` describes it; nothing is asked yet. `line` must outlive it.
    [[nodiscard]] static std::unique_ptr<RemoteStream> read(WireReader& from, HostLine& line);

private:
    RemoteStream(std::uint32_t number, std::string name, HostLine& line);

    static std::int64_t read_at(const colonnade_stream* stream, std::int64_t offset, void* buffer,
                                std::int64_t size) noexcept;
    static colonnade_text entry_name(const colonnade_stream* stream, std::int64_t index) noexcept;
    static const colonnade_stream* open_entry(const colonnade_stream* stream, std::int64_t index,
                                              colonnade_error* error) noexcept;
    static void close_nothing(const colonnade_stream* /*stream*/) noexcept {}
    static void close_entry(const colonnade_stream* stream) noexcept;

    // Bytes read, at most one bite; -1 on failure.
    [[nodiscard]] std::int64_t read_bite(std::int64_t offset, char* buffer, std::int64_t size);
    [[nodiscard]] const std::string& name_of(std::int64_t index);
    [[nodiscard]] const colonnade_stream* open(std::int64_t index, colonnade_error* error);

    std::uint32_t number_;
    HostLine& line_;
    std::map<std::int64_t, std::string> names_;  // of entries, which live as long as the stream
};

}  // namespace colonnade::engine
