// SPDX-License-Identifier: Apache-2.0
// Bytes as they are, and a look at the first ones before anybody reads them.
#pragma once

#include <string_view>

#include "cli/bytes/byte_source.hpp"

namespace colonnade::cli {

// What is wrong where a file ends before the size that it had.
inline constexpr auto BecameShorter = "it has become shorter in the meantime";

class PlainBytes final : public ByteSource {
public:
    // Closes the descriptor in the end.
    explicit PlainBytes(int descriptor);
    ~PlainBytes() override;

    // The first four bytes, or what there is. Before anything is read.
    [[nodiscard]] std::string_view start();

    [[nodiscard]] std::size_t read(char* into, std::size_t most) override;
    [[nodiscard]] const std::string& problem() const override { return problem_; }
    [[nodiscard]] std::size_t taken() const override { return taken_; }
    [[nodiscard]] std::optional<std::size_t> size() const override { return size_; }
    [[nodiscard]] bool is_compressed() const override { return false; }
    [[nodiscard]] bool is_more_waiting() const override;

private:
    [[nodiscard]] std::size_t read_file(char* into, std::size_t most);

    int descriptor_ = -1;
    std::string looked_at_;  // and not read yet
    std::string problem_;
    std::size_t begin_ = 0;  // of the file, where standard input may stand elsewhere
    std::size_t taken_ = 0;
    std::optional<std::size_t> size_;
};

}  // namespace colonnade::cli
