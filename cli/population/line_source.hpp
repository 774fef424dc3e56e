// SPDX-License-Identifier: Apache-2.0
// A file or a pipe of lines, in pieces of whole lines.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>

#include "cli/exit_code.hpp"

namespace colonnade::cli {

// Whole lines; the last of the file may lack its line end.
struct Chunk {
    std::string text;
    std::size_t first_line = 1;
};

class LineSource {
public:
    // `path` is a file, or `-` for standard input. Says what is wrong.
    [[nodiscard]] static std::variant<LineSource, Exit> open(const std::string& path,
                                                             std::size_t chunk_bytes);
    LineSource(LineSource&& other) noexcept;
    LineSource& operator=(LineSource&&) = delete;
    ~LineSource();

    // Fills `chunk` with what comes next, about as many bytes as was asked for; false at the end
    // and where reading fails, which has been said and `failed` tells. Of a line longer than a
    // document may be only so much comes that its reader refuses it.
    [[nodiscard]] bool next(Chunk& chunk);
    [[nodiscard]] bool failed() const { return failed_; }
    // Bytes read so far, and of the whole where it is a file.
    [[nodiscard]] std::size_t bytes_read() const { return bytes_read_; }
    [[nodiscard]] std::optional<std::size_t> bytes_in_all() const { return bytes_in_all_; }

private:
    LineSource(std::string path, int descriptor, std::size_t chunk_bytes);
    [[nodiscard]] std::size_t read_more(std::string& text);
    void cut_long_line(std::string& text);

    std::string path_;
    int descriptor_ = -1;
    std::size_t chunk_bytes_ = 0;
    std::string rest_;  // the begin of a line that the last chunk ended in
    std::size_t next_line_ = 1;
    std::size_t bytes_read_ = 0;
    std::optional<std::size_t> bytes_in_all_;
    bool is_at_end_ = false;
    bool failed_ = false;
};

}  // namespace colonnade::cli
