// SPDX-License-Identifier: Apache-2.0
// An unpacked export: a folder as the host shows it.
#include "container.hpp"
#include "limits.hpp"

namespace colonnade::linkedin {
namespace {

class FolderEntryReader : public EntryReader {
public:
    explicit FolderEntryReader(const colonnade_stream& stream) : stream_(stream) {}
    ~FolderEntryReader() override { stream_.close(&stream_); }
    FolderEntryReader(const FolderEntryReader&) = delete;
    FolderEntryReader& operator=(const FolderEntryReader&) = delete;

    std::int64_t read(char* buffer, std::uint64_t size) override {
        const auto got =
            stream_.read_at(&stream_, offset_, buffer, static_cast<std::int64_t>(size));
        if (got > 0) offset_ += got;
        return got;
    }

private:
    const colonnade_stream& stream_;
    std::int64_t offset_ = 0;
};

class FolderContainer : public Container {
public:
    explicit FolderContainer(const colonnade_stream& stream) : stream_(stream) {
        for (std::int64_t i = 0; i < stream.entry_count; ++i) {
            const auto name = stream.entry_name(&stream, i);
            Entry entry;
            entry.path.assign(name.data == nullptr ? "" : name.data, name.size);
            entry.refusal = path_refusal(entry.path);
            entries_.push_back(std::move(entry));
        }
    }

    std::unique_ptr<EntryReader> open(std::size_t entry) override {
        colonnade_error ignored{};
        ignored.size = sizeof ignored;
        const auto* opened =
            stream_.open_entry(&stream_, static_cast<std::int64_t>(entry), &ignored);
        return opened == nullptr ? nullptr : std::make_unique<FolderEntryReader>(*opened);
    }

private:
    const colonnade_stream& stream_;
};

}  // namespace

std::unique_ptr<Container> open_folder(const colonnade_stream& stream, Failure& failure) {
    if (stream.entry_count > MostEntries) {
        failure = {COLONNADE_UNSUPPORTED, "the folder holds " + std::to_string(stream.entry_count) +
                                              " files, more than the 2000 that are looked at; a "
                                              "LinkedIn export has about 60"};
        return nullptr;
    }
    return std::make_unique<FolderContainer>(stream);
}

}  // namespace colonnade::linkedin
