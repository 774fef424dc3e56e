// SPDX-License-Identifier: Apache-2.0
// A file or a pipe of lines, compressed or not, or a part of a file, in pieces of whole lines.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "cli/bytes/byte_source.hpp"
#include "cli/exit_code.hpp"

namespace colonnade::cli {

// Whole lines; the last of the file may lack its line end.
struct Chunk {
    std::string_view text;
    std::string room;  // where the text lies: used again, and larger than the text
    std::size_t first_line = 1;
    std::size_t bytes_taken = 0;  // of the file, when this was read
};

[[nodiscard]] std::size_t count_line_ends(std::string_view text);

class LineSource {
public:
    // `path` is a file, or `-` for standard input. Says what is wrong.
    [[nodiscard]] static std::variant<LineSource, Exit> open(const std::string& path,
                                                             std::size_t chunk_bytes);
    // `path` is for messages; the first of the bytes begin the line of that number.
    LineSource(std::string path, std::unique_ptr<ByteSource> bytes, std::size_t chunk_bytes,
               std::size_t first_line = 1)
        : path_(std::move(path)),
          bytes_(std::move(bytes)),
          chunk_bytes_(chunk_bytes),
          first_line_(first_line),
          next_line_(first_line) {}

    // From now on lines come when no more are waiting, however few they are.
    void stop_waiting() { waits_ = false; }

    // Fills `chunk` with what comes next, about as many bytes as was asked for; false at the end
    // and where reading fails, which has been said and `failed` tells. Of a line longer than a
    // document may be only so much comes that its reader refuses it.
    [[nodiscard]] bool next(Chunk& chunk);
    [[nodiscard]] bool failed() const { return failed_; }
    // Where it is about: how far it has come, and how large its file is.
    [[nodiscard]] const ByteSource& bytes() const { return *bytes_; }
    // How many there were, after the end.
    [[nodiscard]] std::size_t lines() const { return next_line_ - first_line_; }

private:
    [[nodiscard]] std::size_t read_lines(std::string& room, std::size_t& size);
    [[nodiscard]] std::size_t read_more(std::string& room, std::size_t taken);
    [[nodiscard]] std::size_t cut_long_line(std::string& room);

    std::string path_;
    std::unique_ptr<ByteSource> bytes_;
    std::size_t chunk_bytes_ = 0;
    std::string rest_;  // the begin of a line that the last chunk ended in
    std::size_t first_line_ = 1;
    std::size_t next_line_ = 1;
    bool waits_ = true;
    bool is_at_end_ = false;
    bool failed_ = false;
};

}  // namespace colonnade::cli
