// SPDX-License-Identifier: Apache-2.0
#include "engine/host/joined_stream.hpp"

#include <fmt/format.h>

#include "dsl/text/unicode.hpp"
#include "engine/host/abi.hpp"

namespace colonnade::engine {
namespace {

std::string text_of(const colonnade_text& text) {
    return text.size == 0 ? std::string() : std::string(text.data, text.size);
}

}  // namespace

std::unique_ptr<HostStream> open_joined_stream(std::span<const std::filesystem::path> paths,
                                               std::string& problem) {
    std::vector<std::unique_ptr<HostStream>> parts;
    for (const auto& path : paths) {
        auto part = open_stream(path, problem);
        if (part == nullptr) {
            problem = fmt::format("`{}` {}", dsl::visible(path.string()), problem);
            return nullptr;
        }
        parts.push_back(std::move(part));
    }
    return std::make_unique<JoinedStream>(std::move(parts));
}

JoinedStream::JoinedStream(std::vector<std::unique_ptr<HostStream>> parts)
    : HostStream(text_of(parts.front()->abi().name)), parts_(std::move(parts)) {
    for (std::size_t i = 0; i < parts_.size(); ++i)
        add(parts_[i]->abi(), std::to_string(i + 1) + '/');
    abi_.self = this;
    abi_.length = -1;
    abi_.modified = -1;
    abi_.entry_count = static_cast<std::int64_t>(entries_.size());
    abi_.entry_name = entry_name;
    abi_.open_entry = open_entry;
}

void JoinedStream::add(const colonnade_stream& part, const std::string& prefix) {
    const auto path = prefix + text_of(part.name);
    if (part.length >= 0) {
        entries_.push_back({path, &part, -1});
        return;
    }
    for (std::int64_t i = 0; i < part.entry_count; ++i)
        entries_.push_back({path + '/' + text_of(part.entry_name(&part, i)), &part, i});
}

const JoinedStream::Entry* JoinedStream::entry(std::int64_t index) const {
    if (index < 0 || index >= abi_.entry_count) return nullptr;
    return &entries_[static_cast<std::size_t>(index)];
}

colonnade_text JoinedStream::entry_name(const colonnade_stream* stream, std::int64_t index) {
    const auto* found = static_cast<const JoinedStream*>(stream->self)->entry(index);
    return found == nullptr ? colonnade_text{} : abi_text(found->name);
}

// A file that was named by itself is open as long as this is, and its `close` does nothing.
const colonnade_stream* JoinedStream::open_entry(const colonnade_stream* stream, std::int64_t index,
                                                 colonnade_error* error) {
    const auto* found = static_cast<const JoinedStream*>(stream->self)->entry(index);
    if (found == nullptr) {
        fill_error(error, COLONNADE_INVALID_ARGUMENT, "nothing was named that has such an entry");
        return nullptr;
    }
    if (found->index < 0) return found->part;
    return found->part->open_entry(found->part, found->index, error);
}

}  // namespace colonnade::engine
