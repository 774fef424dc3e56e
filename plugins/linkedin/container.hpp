// SPDX-License-Identifier: Apache-2.0
// The files of an export, in a zip or in a folder, behind one interface. Nothing is ever unpacked
// to a disk; files are read one at a time into memory, under the bounds of limits.hpp.
#pragma once

#include <colonnade/plugin.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "moment.hpp"

namespace colonnade::linkedin {

// Why an archive cannot be read at all; the code is one of plugin.h.
struct Failure {
    std::int32_t code = COLONNADE_OK;
    std::string message;
};

struct Entry {
    std::string path;          // parts separated by '/'
    std::string refusal;       // why it must not be read, or empty
    std::uint64_t packed = 0;  // bytes in the archive, 0 where files are not packed
};

// One open file of a container.
class EntryReader {
public:
    virtual ~EntryReader() = default;
    // Up to `size` bytes: the number read, 0 at the end, -1 on failure.
    [[nodiscard]] virtual std::int64_t read(char* buffer, std::uint64_t size) = 0;
};

class Container {
public:
    virtual ~Container() = default;
    // Files only. The order is the container's own.
    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    // Null where it cannot be opened.
    [[nodiscard]] virtual std::unique_ptr<EntryReader> open(std::size_t entry) = 0;

    // When the newest file was packed; nothing where files are not packed.
    [[nodiscard]] virtual std::optional<Seconds> newest_file() const { return std::nullopt; }

protected:
    std::vector<Entry> entries_;
};

// What may still be read from all files of an archive together.
struct Budget {
    std::uint64_t bytes = 0;
};

// Reads a whole file. False with a reason where it is damaged or breaks a bound.
[[nodiscard]] bool read_whole(Container& container, std::size_t entry, Budget& budget,
                              std::string& content, std::string& reason);

// Reads the first bytes of a file, fewer where it is shorter or breaks off.
[[nodiscard]] std::string read_start(Container& container, std::size_t entry, std::uint64_t size);

// Null with `failure` filled where the stream is neither. The stream must outlive the container.
[[nodiscard]] std::unique_ptr<Container> open_container(const colonnade_stream& stream,
                                                        Failure& failure);
[[nodiscard]] std::unique_ptr<Container> open_zip(const colonnade_stream& stream, Failure& failure);
[[nodiscard]] std::unique_ptr<Container> open_folder(const colonnade_stream& stream,
                                                     Failure& failure);

// The newest time in the directory of a sound zip archive.
[[nodiscard]] std::optional<Seconds> newest_zip_time(const colonnade_stream& stream);

// Whether the first bytes are those of a zip archive.
[[nodiscard]] bool begins_like_zip(const colonnade_stream& stream);

// Why a path in a container is not to be trusted, or empty.
[[nodiscard]] std::string path_refusal(std::string_view path);

}  // namespace colonnade::linkedin
