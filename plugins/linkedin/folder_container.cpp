// SPDX-License-Identifier: Apache-2.0
// An unpacked export: a folder as the host shows it; or a single file of one.
#include <algorithm>
#include <colonnade/sdk/guard.hpp>

#include "container.hpp"
#include "limits.hpp"

namespace colonnade::linkedin {
namespace {

class FileEntryReader : public EntryReader {
public:
    explicit FileEntryReader(const colonnade_stream& stream) : stream_(stream) {}

    std::int64_t read(char* buffer, std::uint64_t size) override {
        const auto got = read_stream(stream_, offset_, buffer, size);
        offset_ += got;
        return got;
    }

private:
    const colonnade_stream& stream_;
    std::int64_t offset_ = 0;
};

// A file of the folder while it is open.
class LentFile : public InnerStream {
public:
    explicit LentFile(const colonnade_stream& stream) : stream_(stream) {}
    ~LentFile() override { stream_.close(&stream_); }
    LentFile(const LentFile&) = delete;
    LentFile& operator=(const LentFile&) = delete;
    [[nodiscard]] const colonnade_stream& stream() const override { return stream_; }

private:
    const colonnade_stream& stream_;
};

class FolderEntryReader : public EntryReader {
public:
    explicit FolderEntryReader(std::unique_ptr<LentFile> file)
        : file_(std::move(file)), reader_(file_->stream()) {}

    std::int64_t read(char* buffer, std::uint64_t size) override {
        return reader_.read(buffer, size);
    }

private:
    std::unique_ptr<LentFile> file_;
    FileEntryReader reader_;
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
        return std::make_unique<FolderEntryReader>(lend(entry));
    }

    [[nodiscard]] std::uint64_t size(std::size_t entry) override {
        return static_cast<std::uint64_t>(std::max<std::int64_t>(lend(entry)->stream().length, 0));
    }

    std::unique_ptr<InnerStream> open_inside(std::size_t entry, Budget& /*budget*/,
                                             std::string& /*reason*/) override {
        return lend(entry);
    }

private:
    std::unique_ptr<LentFile> lend(std::size_t entry) {
        colonnade_error error{};
        error.size = sizeof error;
        const auto* opened = stream_.open_entry(&stream_, static_cast<std::int64_t>(entry), &error);
        if (opened == nullptr) throw sdk::failure_of(error);
        return std::make_unique<LentFile>(*opened);
    }

    const colonnade_stream& stream_;
};

class SingleFile : public Container {
public:
    explicit SingleFile(const colonnade_stream& stream) : stream_(stream) {
        Entry entry;
        entry.path.assign(stream.name.data == nullptr ? "" : stream.name.data, stream.name.size);
        entries_.push_back(std::move(entry));
    }

    std::unique_ptr<EntryReader> open(std::size_t /*entry*/) override {
        return std::make_unique<FileEntryReader>(stream_);
    }

    [[nodiscard]] std::uint64_t size(std::size_t /*entry*/) override {
        return static_cast<std::uint64_t>(stream_.length);
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

std::unique_ptr<Container> open_single_file(const colonnade_stream& stream, Failure& /*failure*/) {
    return std::make_unique<SingleFile>(stream);
}

}  // namespace colonnade::linkedin
