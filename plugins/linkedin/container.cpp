// SPDX-License-Identifier: Apache-2.0
#include "container.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "limits.hpp"

namespace colonnade::linkedin {
namespace {

constexpr std::uint64_t ChunkBytes = 256 * 1024;

// Appends up to `most` bytes of a file. A negative number on failure.
std::int64_t append_chunk(EntryReader& reader, std::string& content, std::uint64_t most) {
    const auto old_size = content.size();
    content.resize(old_size + most);
    const auto got = reader.read(content.data() + old_size, most);
    content.resize(old_size + static_cast<std::size_t>(std::max<std::int64_t>(got, 0)));
    return got;
}

std::string_view broken_bound(const Entry& entry, const std::string& content,
                              const Budget& budget) {
    if (content.size() > MostFileBytes) return "larger than 256 MiB";
    if (content.size() > budget.bytes) return "all files together are larger than 1 GiB";
    const bool is_bomb = entry.packed > 0 && content.size() > FreeOfRatioBytes &&
                         content.size() / entry.packed > MostRatio;
    return is_bomb ? "unpacks to more than 200 times its size" : std::string_view();
}

}  // namespace

bool read_whole(Container& container, std::size_t entry, Budget& budget, std::string& content,
                std::string& reason) {
    const auto& facts = container.entries()[entry];
    content.clear();
    reason = facts.refusal;
    const auto reader = reason.empty() ? container.open(entry) : nullptr;
    if (!reader) {
        if (reason.empty()) reason = "it cannot be opened: the archive is damaged here";
        return false;
    }
    for (;;) {
        const auto got = append_chunk(*reader, content, ChunkBytes);
        if (got == 0) break;
        reason = got < 0 ? "it breaks off: the archive is damaged here"
                         : broken_bound(facts, content, budget);
        if (!reason.empty()) break;
    }
    budget.bytes -= std::min<std::uint64_t>(budget.bytes, content.size());
    return reason.empty();
}

std::string read_start(Container& container, std::size_t entry, std::uint64_t size) {
    std::string content;
    if (!container.entries()[entry].refusal.empty()) return content;
    const auto reader = container.open(entry);
    while (reader && content.size() < size) {
        if (append_chunk(*reader, content, size - content.size()) <= 0) break;
    }
    return content;
}

std::unique_ptr<Container> open_container(const colonnade_stream& stream, Failure& failure) {
    if (stream.length < 0) return open_folder(stream, failure);
    if (begins_like_zip(stream)) return open_zip(stream, failure);
    failure = {COLONNADE_UNSUPPORTED, "not a LinkedIn export: neither a zip archive nor a folder"};
    return nullptr;
}

bool begins_like_zip(const colonnade_stream& stream) {
    std::array<char, 4> start{};
    if (stream.length < 4 || stream.read_at(&stream, 0, start.data(), 4) != 4) return false;
    return std::memcmp(start.data(), "PK\3\4", 4) == 0 ||
           std::memcmp(start.data(), "PK\5\6", 4) == 0;
}

std::string path_refusal(std::string_view path) {
    if (path.size() > MostNameBytes) return "its name is longer than 1024 bytes";
    const bool climbs = path.starts_with("../") || path.find("/../") != std::string_view::npos;
    if (climbs || path.starts_with("/")) return "its path leads out of the archive";
    if (path.find('\\') != std::string_view::npos) return "its path has a backslash";
    return {};
}

}  // namespace colonnade::linkedin
