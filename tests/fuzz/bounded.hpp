// SPDX-License-Identifier: Apache-2.0
// An export under bounds that small inputs break, too: what is read stays below them, or is refused
// with a reason.
#pragma once

#include <array>
#include <colonnade/sdk/guard.hpp>

#include "plugins/linkedin/container.hpp"
#include "plugins/linkedin/snapshot_container.hpp"
#include "tests/fuzz/import.hpp"

namespace colonnade::fuzz {

// A file that is held in memory gives what it has, and nothing beyond it.
inline void check_held(const linkedin::InnerStream& held) {
    const auto& stream = held.stream();
    std::array<char, 16> bytes{};
    const auto read = [&](std::int64_t offset, std::int64_t size) {
        return stream.read_at(&stream, offset, bytes.data(), size);
    };
    hold(read(-1, 1) == -1 && read(0, -1) == -1, "nothing is read before the start");
    hold(read(stream.length, 16) == 0, "nothing is read behind the end");
    hold(read(0, 16) == std::min<std::int64_t>(stream.length, 16), "a file has its bytes");
}

inline void read_bounded(linkedin::Container& container, std::size_t entry, std::uint64_t most) {
    linkedin::Budget one{most, "too much", most / 2};
    linkedin::Budget all{most / 2, "too much"};
    for (auto* budget : {&one, &all}) {
        std::string content;
        std::string reason;
        const bool is_read = linkedin::read_whole(container, entry, *budget, content, reason);
        hold(is_read == reason.empty(), "what is not read has a reason");
        hold(!is_read || content.size() <= most / 2, "what is read has a bound");
    }
    linkedin::Budget held{linkedin::MostHeldBytes};
    std::string reason;
    const auto inside = container.open_inside(entry, held, reason);
    hold((inside != nullptr) == reason.empty(), "what is not held has a reason");
    if (inside) check_held(*inside);
}

// Files that are opened by themselves may be more than the bounds, which count what is unpacked.
inline void check_bounded_archive(const MemoryStream& archive, std::uint64_t most) {
    try {
        linkedin::Failure failure;
        const auto container = linkedin::open_container(archive.stream(), failure);
        hold((container != nullptr) == failure.message.empty(), "a refusal has words");
        if (!container) return;
        for (std::size_t i = 0; i < container->entries().size(); ++i)
            read_bounded(*container, i, most);
    } catch (const sdk::Failure&) {
        hold(archive.has_failed(), "only a disk that fails ends all");
    }
}

inline void check_bounded_snapshot(const MemoryStream& page, std::size_t most) {
    try {
        linkedin::Failure failure;
        linkedin::SnapshotBounds bounds;
        bounds.cells = most;
        bounds.bytes.file_bytes = 16 * most;
        const auto container = linkedin::open_export(page.stream(), failure, bounds);
        hold((container != nullptr) == failure.message.empty(), "a refusal has words");
    } catch (const sdk::Failure&) {
        hold(page.has_failed(), "only a disk that fails ends all");
    }
}

}  // namespace colonnade::fuzz
