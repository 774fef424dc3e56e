// SPDX-License-Identifier: Apache-2.0
#include "container.hpp"

#include <algorithm>
#include <array>
#include <colonnade/sdk/guard.hpp>
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

// A file that is held in memory, behind the contract's stream.
class HeldFile : public InnerStream {
public:
    explicit HeldFile(std::string content) : content_(std::move(content)) {
        stream_.size = sizeof stream_;
        stream_.self = this;
        stream_.length = static_cast<std::int64_t>(content_.size());
        stream_.modified = -1;
        stream_.read_at = read_at;
    }
    [[nodiscard]] const colonnade_stream& stream() const override { return stream_; }

private:
    static std::int64_t read_at(const colonnade_stream* stream, std::int64_t offset, void* buffer,
                                std::int64_t size) {
        const auto& content = static_cast<const HeldFile*>(stream->self)->content_;
        const auto length = static_cast<std::int64_t>(content.size());
        if (offset < 0 || size < 0) return -1;
        const auto count = std::clamp<std::int64_t>(length - offset, 0, size);
        if (count > 0) {
            std::memcpy(buffer, content.data() + offset, static_cast<std::size_t>(count));
        }
        return count;
    }

    std::string content_;
    colonnade_stream stream_{};
};

std::string_view broken_bound(const Entry& entry, const std::string& content,
                              const Budget& budget) {
    if (content.size() > budget.file_bytes) return "larger than 256 MiB";
    if (content.size() > budget.bytes) return budget.broken;
    // The packed size is multiplied nowhere: what an archive says of it may be any number.
    const bool is_bomb = entry.packed > 0 && content.size() > FreeOfRatioBytes &&
                         (content.size() - 1) / MostRatio >= entry.packed;
    return is_bomb ? "unpacks to more than 200 times its size" : std::string_view();
}

}  // namespace

std::int64_t read_stream(const colonnade_stream& stream, std::int64_t offset, char* buffer,
                         std::uint64_t size) {
    const auto got = stream.read_at(&stream, offset, buffer, static_cast<std::int64_t>(size));
    if (got < 0) throw sdk::Failure("it cannot be read", COLONNADE_UNREADABLE);
    return got;
}

std::unique_ptr<InnerStream> Container::open_inside(std::size_t entry, Budget& budget,
                                                    std::string& reason) {
    std::string content;
    if (!read_whole(*this, entry, budget, content, reason)) return nullptr;
    return std::make_unique<HeldFile>(std::move(content));
}

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
    const bool is_zip = begins_like_zip(stream);
    const auto open = stream.length < 0 ? open_folder : is_zip ? open_zip : open_single_file;
    auto container = open(stream, failure);
    return container ? with_archives_inside(std::move(container), is_zip) : nullptr;
}

bool begins_like_zip(const colonnade_stream& stream) {
    std::array<char, 4> start{};
    if (stream.length < 4 || read_stream(stream, 0, start.data(), 4) != 4) return false;
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
