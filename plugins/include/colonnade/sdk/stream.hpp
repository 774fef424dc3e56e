// SPDX-License-Identifier: Apache-2.0
// What a person named, as a source sees it: a file, or a folder with its files. Never a path.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "colonnade/plugin.h"
#include "colonnade/sdk/columns.hpp"
#include "colonnade/sdk/guard.hpp"

namespace colonnade::sdk {

class Entry;

// Borrowed: ends with the reader that it was opened for. What cannot be read throws.
class Stream {
public:
    explicit Stream(const colonnade_stream& stream) : stream_(&stream) {}

    [[nodiscard]] std::string_view name() const { return view_of(stream_->name); }
    [[nodiscard]] bool is_folder() const { return stream_->length < 0; }
    // Bytes of a file.
    [[nodiscard]] std::int64_t length() const { return stream_->length; }
    // Microseconds since 1970-01-01 UTC, or -1 where it is not known.
    [[nodiscard]] std::int64_t modified() const { return stream_->modified; }

    // Up to `size` bytes at `offset`: how many were read, 0 at the end.
    [[nodiscard]] std::int64_t read_at(std::int64_t offset, char* buffer, std::int64_t size) const {
        const std::int64_t count = stream_->read_at(stream_, offset, buffer, size);
        if (count < 0) throw Failure("the data cannot be read", COLONNADE_UNREADABLE);
        return count;
    }
    // The first bytes of a file, all of it where `most` suffices.
    [[nodiscard]] std::string begin(std::int64_t most) const {
        const std::int64_t wanted = std::max<std::int64_t>(std::min(most, length()), 0);
        std::string text(static_cast<std::size_t>(wanted), '\0');
        std::int64_t at = 0;
        while (at < static_cast<std::int64_t>(text.size())) {
            const std::int64_t left = static_cast<std::int64_t>(text.size()) - at;
            const std::int64_t count = read_at(at, text.data() + at, left);
            if (count == 0) break;  // it has become shorter
            at += count;
        }
        text.resize(static_cast<std::size_t>(at));
        return text;
    }

    // A folder's files, at any depth; their names are relative, parts separated by '/'.
    [[nodiscard]] std::int64_t entries() const { return stream_->entry_count; }
    [[nodiscard]] std::string_view entry_name(std::int64_t index) const {
        return view_of(stream_->entry_name(stream_, index));
    }
    [[nodiscard]] Entry open(std::int64_t index) const;

    // For code that speaks the contract itself.
    [[nodiscard]] const colonnade_stream& raw() const { return *stream_; }

private:
    const colonnade_stream* stream_;
};

// A folder's file, given back at the end of the object's life.
class Entry : public Stream {
public:
    explicit Entry(const colonnade_stream& stream) : Stream(stream) {}
    Entry(const Entry&) = delete;
    Entry& operator=(const Entry&) = delete;
    ~Entry() { raw().close(&raw()); }
};

inline Entry Stream::open(std::int64_t index) const {
    colonnade_error error{};
    error.size = sizeof error;
    const colonnade_stream* const opened = stream_->open_entry(stream_, index, &error);
    if (opened == nullptr) throw failure_of(error);
    return Entry(*opened);
}

}  // namespace colonnade::sdk
