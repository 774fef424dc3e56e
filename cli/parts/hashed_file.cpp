// SPDX-License-Identifier: Apache-2.0
#include "cli/parts/hashed_file.hpp"

#include "cli/bytes/file_bytes.hpp"

namespace colonnade::cli {

bool HashedOutput::write(std::string_view text) {
    hash_.add(text);
    bytes_ += text.size();
    return file_.write(text);
}

Exit HashedOutput::finish(HashedFile& hashed) {
    hashed = {bytes_, hash_.digits()};
    return file_.finish();
}

std::variant<HashedFile, engine::FileProblem> read_hashed(const std::filesystem::path& path,
                                                          std::size_t begin, std::size_t end,
                                                          const TakePiece& take) {
    FileBytes file(path);
    engine::Blake2b hash;
    auto at = begin;
    while (at < end) {
        const auto piece = file.read(at, end - at);
        if (piece.empty()) break;
        hash.add(piece);
        at += piece.size();
        if (!take(piece)) break;
    }
    if (auto problem = file.problem()) return std::move(*problem);
    return HashedFile{at - begin, hash.digits()};
}

std::variant<HashedFile, engine::FileProblem> hash_file(const std::filesystem::path& path,
                                                        std::size_t begin, std::size_t end) {
    return read_hashed(path, begin, end, [](std::string_view) { return true; });
}

bool holds(const std::filesystem::path& path, const HashedFile& content) {
    const auto hashed = hash_file(path);
    const auto* found = std::get_if<HashedFile>(&hashed);
    return found != nullptr && *found == content;
}

}  // namespace colonnade::cli
