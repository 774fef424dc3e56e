// SPDX-License-Identifier: Apache-2.0
// An export as LinkedIn sends it. The only file that meets libzip, which reads through the host's
// stream, checks that the archive agrees with itself, and is asked for sizes but not believed.
#include <zip.h>

#include <algorithm>
#include <colonnade/sdk/guard.hpp>
#include <new>

#include "container.hpp"
#include "limits.hpp"
#include "text.hpp"

namespace colonnade::linkedin {
namespace {

// What libzip needs to read a host stream; lives as long as the archive.
struct StreamSource {
    const colonnade_stream* stream = nullptr;
    std::int64_t offset = 0;
    zip_error_t error{};
    bool is_unreadable = false;
};

zip_int64_t read_source(StreamSource& source, void* data, zip_uint64_t size) {
    const auto most = static_cast<std::int64_t>(std::min<zip_uint64_t>(size, MostArchiveBytes));
    const auto got = source.stream->read_at(source.stream, source.offset, data, most);
    if (got < 0) zip_error_set(&source.error, ZIP_ER_READ, 0);
    source.is_unreadable = source.is_unreadable || got < 0;
    if (got > 0) source.offset += got;
    return got;
}

zip_int64_t seek_source(StreamSource& source, void* data, zip_uint64_t size) {
    const auto target = zip_source_seek_compute_offset(
        static_cast<zip_uint64_t>(source.offset), static_cast<zip_uint64_t>(source.stream->length),
        data, size, &source.error);
    if (target < 0) return -1;
    source.offset = target;
    return 0;
}

zip_int64_t stat_source(const StreamSource& source, void* data) {
    auto* stat = static_cast<zip_stat_t*>(data);
    zip_stat_init(stat);
    stat->size = static_cast<zip_uint64_t>(source.stream->length);
    stat->valid |= ZIP_STAT_SIZE;
    return sizeof *stat;
}

zip_int64_t answer(void* self, void* data, zip_uint64_t size, zip_source_cmd_t command) {
    auto& source = *static_cast<StreamSource*>(self);
    switch (command) {
        case ZIP_SOURCE_OPEN:
            source.offset = 0;
            return 0;
        case ZIP_SOURCE_READ:
            return read_source(source, data, size);
        case ZIP_SOURCE_CLOSE:
            return 0;
        case ZIP_SOURCE_STAT:
            return stat_source(source, data);
        case ZIP_SOURCE_ERROR:
            return zip_error_to_data(&source.error, data, size);
        case ZIP_SOURCE_FREE:
            return 0;
        case ZIP_SOURCE_SEEK:
            return seek_source(source, data, size);
        case ZIP_SOURCE_TELL:
            return source.offset;
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(
                ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, -1);
        default:
            zip_error_set(&source.error, ZIP_ER_OPNOTSUPP, 0);
            return -1;
    }
}

struct DiscardArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, DiscardArchive>;

// Of what zlib says when it gets no memory.
constexpr int ZlibNoMemory = -4;

void throw_unless_damage(const StreamSource& source, zip_error_t* error) {
    if (source.is_unreadable) throw sdk::Failure("it cannot be read", COLONNADE_UNREADABLE);
    const int code = zip_error_code_zip(error);
    if (code == ZIP_ER_MEMORY ||
        (code == ZIP_ER_ZLIB && zip_error_code_system(error) == ZlibNoMemory))
        throw std::bad_alloc();
}

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

class ZipEntryReader : public EntryReader {
public:
    ZipEntryReader(const StreamSource& source, zip_file_t* file) : source_(source), file_(file) {}
    std::int64_t read(char* buffer, std::uint64_t size) override {
        const auto got = zip_fread(file_.get(), buffer, size);
        if (got < 0) throw_unless_damage(source_, zip_file_get_error(file_.get()));
        return got;
    }

private:
    const StreamSource& source_;
    std::unique_ptr<zip_file_t, CloseFile> file_;
};

bool is_symbolic_link(zip_t* archive, zip_uint64_t index) {
    constexpr zip_uint32_t type_mask = 0170000U;
    constexpr zip_uint32_t link_type = 0120000U;
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    zip_file_get_external_attributes(archive, index, 0, &system, &attributes);
    return system == ZIP_OPSYS_UNIX && ((attributes >> 16U) & type_mask) == link_type;
}

std::string refusal_of(zip_t* archive, const zip_stat_t& stat, std::string_view path) {
    if (auto refusal = path_refusal(path); !refusal.empty()) return refusal;
    if (stat.encryption_method != ZIP_EM_NONE) return "it is protected by a password";
    if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) {
        return "it is packed in a way that LinkedIn does not use";
    }
    if (is_symbolic_link(archive, stat.index)) return "it is a link, not a file";
    return {};
}

class ZipContainer : public Container {
public:
    ZipContainer(std::unique_ptr<StreamSource> source, Archive archive)
        : source_(std::move(source)), archive_(std::move(archive)) {
        const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(archive_.get(), 0));
        for (zip_uint64_t i = 0; i < count; ++i)
            add(i);
    }

    std::unique_ptr<EntryReader> open(std::size_t entry) override {
        auto* file = zip_fopen_index(archive_.get(), indices_[entry], 0);
        if (file != nullptr) return std::make_unique<ZipEntryReader>(*source_, file);
        throw_unless_damage(*source_, zip_get_error(archive_.get()));
        return nullptr;
    }

    [[nodiscard]] std::uint64_t size(std::size_t entry) override {
        zip_stat_t stat;
        const bool is_known = zip_stat_index(archive_.get(), indices_[entry], 0, &stat) == 0;
        return is_known && (stat.valid & ZIP_STAT_SIZE) != 0 ? stat.size : 0;
    }

    [[nodiscard]] std::optional<Seconds> newest_file() const override {
        return newest_zip_time(*source_->stream);
    }

private:
    void add(zip_uint64_t index) {
        zip_stat_t stat;
        if (zip_stat_index(archive_.get(), index, 0, &stat) != 0 || stat.name == nullptr)
            return throw_unless_damage(*source_, zip_get_error(archive_.get()));
        Entry entry;
        entry.path = stat.name;
        if (entry.path.ends_with('/')) return;
        entry.refusal = refusal_of(archive_.get(), stat, entry.path);
        entry.packed = std::max<zip_uint64_t>(stat.comp_size, 1);
        entries_.push_back(std::move(entry));
        indices_.push_back(index);
    }

    // The archive reads through the source until it is gone: keep this order.
    std::unique_ptr<StreamSource> source_;
    Archive archive_;
    std::vector<zip_uint64_t> indices_;
};

Archive open_archive(StreamSource& stream, Failure& failure) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_function_create(answer, &stream, &error);
    if (source == nullptr) throw std::bad_alloc();
    Archive archive(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error));
    if (archive) return archive;
    zip_source_free(source);
    throw_unless_damage(stream, &error);
    zip_error_fini(&error);
    failure = {COLONNADE_UNREADABLE, "the zip archive is damaged or cut off; download it again"};
    return archive;
}

}  // namespace

std::unique_ptr<Container> open_zip(const colonnade_stream& stream, Failure& failure) {
    if (stream.length > MostArchiveBytes) {
        failure = {COLONNADE_UNSUPPORTED,
                   "the archive is larger than 512 MiB; a LinkedIn export has a few MB"};
        return nullptr;
    }
    auto source = std::make_unique<StreamSource>();
    source->stream = &stream;
    zip_error_init(&source->error);
    auto archive = open_archive(*source, failure);
    if (!archive) return nullptr;
    if (zip_get_num_entries(archive.get(), 0) > MostEntries) {
        failure = {COLONNADE_UNSUPPORTED,
                   "the archive holds more than 2000 files; a LinkedIn "
                   "export has about 60"};
        return nullptr;
    }
    return std::make_unique<ZipContainer>(std::move(source), std::move(archive));
}

}  // namespace colonnade::linkedin
