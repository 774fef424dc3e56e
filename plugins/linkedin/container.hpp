// SPDX-License-Identifier: Apache-2.0
// The files of an export, in a zip or in a folder, behind one interface. Nothing is ever unpacked
// to a disk; files are read one at a time into memory, under the bounds of limits.hpp.
#pragma once

#include <colonnade/plugin.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "limits.hpp"
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
    // Of a member snapshot: others like it may be missing because LinkedIn did not yet hand them
    // over, or nobody asked for them.
    bool is_of_snapshot = false;
    std::int64_t repeated = 0;  // rows of a snapshot that came in several pages
};

// One open file of a container.
class EntryReader {
public:
    virtual ~EntryReader() = default;
    // Up to `size` bytes: the number read, 0 at the end, -1 where it is damaged.
    [[nodiscard]] virtual std::int64_t read(char* buffer, std::uint64_t size) = 0;
};

// A file of a container that is a container itself.
class InnerStream {
public:
    virtual ~InnerStream() = default;
    [[nodiscard]] virtual const colonnade_stream& stream() const = 0;
};

// What may still be read, and what to say where it is used up.
struct Budget {
    std::uint64_t bytes = 0;
    std::string_view broken = "all files together are larger than 1 GiB";
    std::uint64_t file_bytes = MostFileBytes;  // of one file
};

// What is damaged is told and the rest is read. What cannot be read, because a disk fails or there
// is no memory, ends everything: it throws, since what is missed would look like what is not there.
class Container {
public:
    virtual ~Container() = default;
    // Files only. The order is the container's own.
    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    // Null where it is damaged.
    [[nodiscard]] virtual std::unique_ptr<EntryReader> open(std::size_t entry) = 0;

    // Bytes of a file as the container tells them, which may be a lie.
    [[nodiscard]] virtual std::uint64_t size(std::size_t entry) = 0;

    // A file to read at any place of it. Where the container cannot offer that, it is held in
    // memory, which `budget` bounds. Null with a reason.
    [[nodiscard]] virtual std::unique_ptr<InnerStream> open_inside(std::size_t entry,
                                                                   Budget& budget,
                                                                   std::string& reason);

    // When the newest file was packed; nothing where files are not packed.
    [[nodiscard]] virtual std::optional<Seconds> newest_file() const { return std::nullopt; }

    // The row of a snapshot that stands at a line of the file.
    [[nodiscard]] virtual std::int64_t row_at(std::size_t /*entry*/, std::int64_t line) const {
        return line;
    }

protected:
    std::vector<Entry> entries_;
};

// Up to `size` bytes of a stream: the number read, 0 at the end. Throws where it cannot be read.
[[nodiscard]] std::int64_t read_stream(const colonnade_stream& stream, std::int64_t offset,
                                       char* buffer, std::uint64_t size);

// Reads a whole file. False with a reason where it is damaged or breaks a bound.
[[nodiscard]] bool read_whole(Container& container, std::size_t entry, Budget& budget,
                              std::string& content, std::string& reason);

// Reads the first bytes of a file, fewer where it is shorter or breaks off.
[[nodiscard]] std::string read_start(Container& container, std::size_t entry, std::uint64_t size);

// A zip, a folder, or a single file; with the files of archives inside in their place. Null with
// `failure` filled. The stream must outlive the container.
[[nodiscard]] std::unique_ptr<Container> open_container(const colonnade_stream& stream,
                                                        Failure& failure);
[[nodiscard]] std::unique_ptr<Container> open_zip(const colonnade_stream& stream, Failure& failure);
[[nodiscard]] std::unique_ptr<Container> open_folder(const colonnade_stream& stream,
                                                     Failure& failure);
[[nodiscard]] std::unique_ptr<Container> open_single_file(const colonnade_stream& stream,
                                                          Failure& failure);

// The container with the files of its archives, which stand below the archive's own path. An
// archive that cannot be read stays a file, with the reason as its refusal.
[[nodiscard]] std::unique_ptr<Container> with_archives_inside(std::unique_ptr<Container> outer,
                                                              bool is_zip);

// The newest time in the directory of a sound zip archive.
[[nodiscard]] std::optional<Seconds> newest_zip_time(const colonnade_stream& stream);

// Whether the first bytes are those of a zip archive.
[[nodiscard]] bool begins_like_zip(const colonnade_stream& stream);

// Why a path in a container is not to be trusted, or empty.
[[nodiscard]] std::string path_refusal(std::string_view path);

}  // namespace colonnade::linkedin
