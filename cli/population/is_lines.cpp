// SPDX-License-Identifier: Apache-2.0
#include "cli/population/is_lines.hpp"

#include <cstddef>
#include <filesystem>

#include "cli/bytes/byte_source.hpp"
#include "engine/read/profile_reader.hpp"

namespace colonnade::cli {
namespace {

// A first line that is longer makes it no population.
constexpr std::size_t SniffedBytes = std::size_t{256} << 10U;

// `people.ndjson` of `people.ndjson.gz`.
std::filesystem::path name_inside(const std::string& data) {
    const std::filesystem::path path(data);
    const auto ending = path.extension();
    const bool is_compressed = ending == ".gz" || ending == ".zst" || ending == ".zstd";
    return is_compressed ? path.stem() : path.filename();
}

std::string start_of(const std::string& file) {
    std::string start(SniffedBytes, '\0');
    std::string problem;
    std::size_t size = 0;
    if (const auto bytes = open_bytes(file, problem)) {
        std::size_t got = 1;
        for (; got > 0 && size < start.size(); size += got)
            got = bytes->read(start.data() + size, start.size() - size);
    }
    start.resize(size);
    return start;
}

}  // namespace

bool is_lines(const std::string& data) {
    std::error_code error;
    if (std::filesystem::is_directory(data, error)) return false;
    const auto ending = name_inside(data).extension();
    if (data == "-" || ending == ".ndjson" || ending == ".jsonl" || ending == ".parquet")
        return true;
    return std::filesystem::is_regular_file(data, error) && engine::is_ndjson(start_of(data));
}

std::string stem_of_lines(const std::string& data) {
    return data == "-" ? "stdin" : name_inside(data).stem().string();
}

}  // namespace colonnade::cli
