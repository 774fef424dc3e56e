// SPDX-License-Identifier: Apache-2.0
// When the files of a zip were packed. A zip holds a clock's fields without a zone, and libzip
// would turn them into a time by the zone of this machine; read here, they are the same everywhere.
#include <algorithm>
#include <cstdint>
#include <string>

#include "container.hpp"

namespace colonnade::linkedin {
namespace {

constexpr std::size_t EndBytes = 22;  // of the record at the end, without its comment
constexpr std::size_t MostCommentBytes = 65'535;
constexpr std::size_t RecordBytes = 46;  // of one file in the directory, without its name
constexpr std::uint32_t MostDirectoryBytes = 4 * 1024 * 1024;  // 2000 files with long names

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    for (std::size_t i = size; i > 0; --i) {
        value = (value << 8U) | static_cast<unsigned char>(bytes[at + i - 1]);
    }
    return value;
}

std::string read_bytes(const colonnade_stream& stream, std::int64_t offset, std::size_t size) {
    std::string bytes(size, '\0');
    bytes.resize(static_cast<std::size_t>(read_stream(stream, offset, bytes.data(), size)));
    return bytes;
}

// The directory, or nothing where it is larger than one of an export. An archive beyond 4 GiB would
// have another form of it, and is refused before.
std::string read_directory(const colonnade_stream& stream) {
    const auto size = std::min<std::int64_t>(stream.length, EndBytes + MostCommentBytes);
    const auto end = read_bytes(stream, stream.length - size, static_cast<std::size_t>(size));
    const auto at = end.rfind("PK\5\6");
    if (at == std::string::npos || at + EndBytes > end.size()) return {};
    const auto directory_size = number_at(end, at + 12, 4);
    const auto offset = number_at(end, at + 16, 4);
    if (directory_size > MostDirectoryBytes || offset > stream.length) return {};
    return read_bytes(stream, offset, directory_size);
}

std::optional<Seconds> time_at(std::string_view header) {
    const auto time = number_at(header, 12, 2);
    const auto date = number_at(header, 14, 2);
    const auto bits = [](std::uint32_t value, unsigned shift, unsigned count) {
        return static_cast<int>((value >> shift) & ((1U << count) - 1U));
    };
    return seconds_of({1980 + bits(date, 9, 7), bits(date, 5, 4), bits(date, 0, 5),
                       bits(time, 11, 5), bits(time, 5, 6), bits(time, 0, 5) * 2});
}

}  // namespace

std::optional<Seconds> newest_zip_time(const colonnade_stream& stream) {
    const auto directory = read_directory(stream);
    std::string_view rest = directory;
    std::optional<Seconds> newest;
    while (rest.size() >= RecordBytes && rest.starts_with("PK\1\2")) {
        const auto time = time_at(rest);
        if (time) newest = std::max(newest.value_or(*time), *time);
        const std::size_t size =
            RecordBytes + number_at(rest, 28, 2) + number_at(rest, 30, 2) + number_at(rest, 32, 2);
        rest.remove_prefix(std::min(size, rest.size()));
    }
    return newest;
}

}  // namespace colonnade::linkedin
