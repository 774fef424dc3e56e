// SPDX-License-Identifier: Apache-2.0
// Some bytes of a file, with the digest of what was read of them.
#pragma once

#include "cli/bytes/byte_source.hpp"
#include "cli/bytes/file_bytes.hpp"
#include "engine/load/digest.hpp"

namespace colonnade::cli {

class RangeBytes final : public ByteSource {
public:
    // From `begin` to before `end`. That there are so many is a problem where it is not so.
    RangeBytes(const std::string& path, std::size_t begin, std::size_t end);

    [[nodiscard]] std::size_t read(char* into, std::size_t most) override;
    [[nodiscard]] const std::string& problem() const override { return problem_; }
    [[nodiscard]] std::size_t taken() const override { return at_ - begin_; }
    [[nodiscard]] std::optional<std::size_t> size() const override { return end_ - begin_; }
    [[nodiscard]] bool is_compressed() const override { return false; }

    // Once, after the last of them.
    [[nodiscard]] std::string digest() { return hash_.digits(); }

private:
    FileBytes file_;
    std::size_t begin_;
    std::size_t at_;
    std::size_t end_;
    engine::Blake2b hash_;
    std::string problem_;
};

}  // namespace colonnade::cli
