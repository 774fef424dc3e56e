// SPDX-License-Identifier: Apache-2.0
// The bytes of a file or a pipe, decompressed where they are compressed (gzip, zstd), in memory
// that does not grow with them.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace colonnade::cli {

class ByteSource {
public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;

    // Puts at most `most` bytes, and `most` is not 0, at `into`; 0 at the end, and where `problem`
    // says what is wrong.
    [[nodiscard]] virtual std::size_t read(char* into, std::size_t most) = 0;
    // Empty while all is well; a sentence that names no file.
    [[nodiscard]] virtual const std::string& problem() const = 0;
    // Bytes taken from the file so far, and how many it has, where it is one.
    [[nodiscard]] virtual std::size_t taken() const = 0;
    [[nodiscard]] virtual std::optional<std::size_t> size() const = 0;
    [[nodiscard]] virtual bool is_compressed() const { return true; }
    // Whether `read` gives something without waiting for it, as far as that is known.
    [[nodiscard]] virtual bool is_more_waiting() const { return true; }
};

// `path` is a file, or `-` for standard input; the first bytes tell whether it is compressed. Null
// where it cannot be opened, and `problem` says why.
[[nodiscard]] std::unique_ptr<ByteSource> open_bytes(const std::string& path, std::string& problem);

}  // namespace colonnade::cli
