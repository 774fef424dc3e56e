// SPDX-License-Identifier: Apache-2.0
// What the decompressors share: pieces of the compressed file, one after the other.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <utility>

#include "cli/bytes/byte_source.hpp"

namespace colonnade::cli {

class CompressedBytes : public ByteSource {
public:
    explicit CompressedBytes(std::unique_ptr<ByteSource> file) : file_(std::move(file)) {}

    [[nodiscard]] const std::string& problem() const override {
        return problem_.empty() ? file_->problem() : problem_;
    }
    [[nodiscard]] std::size_t taken() const override { return file_->taken(); }
    [[nodiscard]] std::optional<std::size_t> size() const override { return file_->size(); }

protected:
    [[nodiscard]] std::size_t read_file() { return file_->read(piece_.data(), piece_.size()); }
    [[nodiscard]] char* piece() { return piece_.data(); }
    void fail(std::string why) { problem_ = std::move(why); }

private:
    std::unique_ptr<ByteSource> file_;
    std::array<char, 1U << 16U> piece_{};
    std::string problem_;
};

[[nodiscard]] std::unique_ptr<ByteSource> gzip_bytes(std::unique_ptr<ByteSource> file);
[[nodiscard]] std::unique_ptr<ByteSource> zstd_bytes(std::unique_ptr<ByteSource> file);

}  // namespace colonnade::cli
