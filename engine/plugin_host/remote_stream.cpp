// SPDX-License-Identifier: Apache-2.0
#include "engine/plugin_host/remote_stream.hpp"

#include <algorithm>
#include <cstring>

#include "engine/host/abi.hpp"
#include "engine/host/refusal.hpp"

namespace colonnade::engine {
namespace {

RemoteStream& self_of(const colonnade_stream* stream) {
    return *static_cast<RemoteStream*>(stream->self);
}

}  // namespace

std::unique_ptr<RemoteStream> RemoteStream::read(WireReader& from, HostLine& line) {
    const auto number = from.number<std::uint32_t>();
    std::unique_ptr<RemoteStream> stream(new RemoteStream(number, std::string(from.text()), line));
    stream->abi_.length = from.number<std::int64_t>();
    stream->abi_.modified = from.number<std::int64_t>();
    stream->abi_.entry_count = from.number<std::int64_t>();
    return stream;
}

RemoteStream::RemoteStream(std::uint32_t number, std::string name, HostLine& line)
    : HostStream(std::move(name)), number_(number), line_(line) {
    abi_.self = this;
    abi_.read_at = read_at;
    abi_.entry_name = entry_name;
    abi_.open_entry = open_entry;
    abi_.close = close_nothing;
}

std::int64_t RemoteStream::read_at(const colonnade_stream* stream, std::int64_t offset,
                                   void* buffer, std::int64_t size) noexcept {
    if (offset < 0 || size < 0 || (buffer == nullptr && size > 0)) return -1;
    std::int64_t done = 0;
    const bool is_fine = contained([&] {
        while (done < size) {
            const auto count = self_of(stream).read_bite(
                offset + done, static_cast<char*>(buffer) + done, size - done);
            if (count < 0) done = -1;
            if (count <= 0) return;
            done += count;
        }
    });
    return is_fine ? done : -1;
}

std::int64_t RemoteStream::read_bite(std::int64_t offset, char* buffer, std::int64_t size) {
    const auto wanted = std::min(size, static_cast<std::int64_t>(MostReadBytes));
    WireWriter question;
    question.number(number_).number(offset).number(static_cast<std::uint32_t>(wanted));
    const auto answer = line_.ask(Message::ReadAt, question.bytes());
    if (!answer) return -1;
    WireReader from(*answer);
    const auto count = from.number<std::int64_t>();
    const auto bytes = from.text(static_cast<std::size_t>(wanted));
    if (!from.is_done() || count < 0) return -1;
    if (!bytes.empty()) std::memcpy(buffer, bytes.data(), bytes.size());
    return static_cast<std::int64_t>(bytes.size());
}

colonnade_text RemoteStream::entry_name(const colonnade_stream* stream,
                                        std::int64_t index) noexcept {
    if (index < 0 || index >= stream->entry_count) return {};
    colonnade_text name{};
    static_cast<void>(contained([&] { name = abi_text(self_of(stream).name_of(index)); }));
    return name;
}

const std::string& RemoteStream::name_of(std::int64_t index) {
    if (const auto found = names_.find(index); found != names_.end()) return found->second;
    const auto answer =
        line_.ask(Message::EntryName, WireWriter().number(number_).number(index).bytes());
    WireReader from(answer ? *answer : std::string_view());
    return names_.emplace(index, from.text()).first->second;
}

const colonnade_stream* RemoteStream::open_entry(const colonnade_stream* stream, std::int64_t index,
                                                 colonnade_error* error) noexcept {
    const colonnade_stream* opened = nullptr;
    if (!contained([&] { opened = self_of(stream).open(index, error); }))
        fill_error(error, COLONNADE_NO_MEMORY, "");
    return opened;
}

const colonnade_stream* RemoteStream::open(std::int64_t index, colonnade_error* error) {
    const auto answer =
        line_.ask(Message::OpenEntry, WireWriter().number(number_).number(index).bytes());
    WireReader from(answer ? *answer : std::string_view());
    if (from.number<std::uint8_t>() == 0) {
        const auto code = from.number<std::int32_t>();
        const auto why = from.text();
        if (from.is_done()) {
            fill_error(error, code, why);
        } else {
            fill_error(error, COLONNADE_UNREADABLE, "the program that has it is gone");
        }
        return nullptr;
    }
    auto entry = read(from, line_);
    entry->abi_.close = close_entry;
    return &entry.release()->abi();
}

void RemoteStream::close_entry(const colonnade_stream* stream) noexcept {
    const auto& entry = self_of(stream);
    static_cast<void>(contained([&] {
        static_cast<void>(
            entry.line_.ask(Message::CloseStream, WireWriter().number(entry.number_).bytes()));
    }));
    delete &entry;
}

}  // namespace colonnade::engine
