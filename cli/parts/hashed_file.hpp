// SPDX-License-Identifier: Apache-2.0
// Files whose bytes are known by their digest: written with it, copied and compared by it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <variant>

#include "cli/population/table_file.hpp"
#include "engine/load/digest.hpp"
#include "engine/load/file.hpp"

namespace colonnade::cli {

inline constexpr auto WholeFile = std::numeric_limits<std::size_t>::max();

struct HashedFile {
    std::size_t bytes = 0;
    std::string digest;

    bool operator==(const HashedFile&) const = default;
};

// A file that is written piece by piece and stands there whole or not at all.
class HashedOutput {
public:
    explicit HashedOutput(const std::filesystem::path& path) : file_(path.string()) {}

    [[nodiscard]] bool write(std::string_view text);
    [[nodiscard]] Exit exit() const { return file_.exit(); }
    // Puts it in its place; `hashed` is what was written.
    [[nodiscard]] Exit finish(HashedFile& hashed);

private:
    TableFile file_;
    engine::Blake2b hash_;
    std::size_t bytes_ = 0;
};

// False where no more is wanted.
using TakePiece = std::function<bool(std::string_view)>;

// Gives `take` the bytes of a file from `begin` to before `end`, or to its end where that is first.
[[nodiscard]] std::variant<HashedFile, engine::FileProblem> read_hashed(
    const std::filesystem::path& path, std::size_t begin, std::size_t end, const TakePiece& take);
[[nodiscard]] std::variant<HashedFile, engine::FileProblem> hash_file(
    const std::filesystem::path& path, std::size_t begin = 0, std::size_t end = WholeFile);
[[nodiscard]] bool holds(const std::filesystem::path& path, const HashedFile& content);

}  // namespace colonnade::cli
