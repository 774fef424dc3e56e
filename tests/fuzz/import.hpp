// SPDX-License-Identifier: Apache-2.0
// An export through the whole LinkedIn source, called as a host calls it: from memory, where a disk
// may fail, and with the promise that what it writes, the reader of profiles reads.
#pragma once

#include <colonnade/plugin.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/host/abi.hpp"
#include "engine/read/profile_reader.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace colonnade::fuzz {

// In a file of a folder: it cannot be opened, or cannot be read from here on.
constexpr std::string_view CannotBeOpened = "<cannot be opened>";
constexpr std::string_view CannotBeRead = "<cannot be read>";
// The name of a file that the host gives none.
constexpr std::string_view NoName = "<no name>";

// A file, or a folder of files, as plugins see them. Must stay where it is.
class MemoryStream {
public:
    MemoryStream(std::string name, std::string content)
        : name_(std::move(name)), content_(std::move(content)) {
        const auto length = static_cast<std::int64_t>(content_.size());
        stream_ = {sizeof stream_, 0,          this,       view(name_), length, -1, 0,
                   read_at,        entry_name, open_entry, close};
    }
    MemoryStream(std::string name, std::vector<std::pair<std::string, std::string>> files)
        : MemoryStream(std::move(name), std::string()) {
        files_ = std::move(files);
        stream_.length = -1;
        stream_.entry_count = static_cast<std::int64_t>(files_.size());
    }
    ~MemoryStream() { hold(open_ == 0, "every opened file is given back"); }
    MemoryStream(const MemoryStream&) = delete;
    MemoryStream& operator=(const MemoryStream&) = delete;

    [[nodiscard]] const colonnade_stream& stream() const { return stream_; }
    [[nodiscard]] bool has_failed() const { return has_failed_; }
    // As of a file that is cut while it is read, or that is taken for another one.
    void claim(std::uint64_t length) { stream_.length = static_cast<std::int64_t>(length); }
    void forget_name() { stream_.name = {nullptr, 0}; }
    void fail_from(std::size_t offset) {
        if (offset < content_.size()) readable_ = static_cast<std::int64_t>(offset);
    }

private:
    static colonnade_text view(const std::string& text) { return {text.data(), text.size()}; }
    static MemoryStream& self(const colonnade_stream* stream) {
        return *static_cast<MemoryStream*>(stream->self);
    }
    static std::int64_t read_at(const colonnade_stream* stream, std::int64_t offset, void* buffer,
                                std::int64_t size) {
        const auto& content = self(stream).content_;
        hold(offset >= 0 && size >= 0, "reads ask for something that can be");
        const auto length = static_cast<std::int64_t>(content.size());
        const auto end = self(stream).readable_;
        if (offset >= end && offset < length) return self(stream).failed();
        const auto count = std::clamp<std::int64_t>(std::min(end, length) - offset, 0, size);
        if (count > 0)
            std::memcpy(buffer, content.data() + offset, static_cast<std::size_t>(count));
        return count;
    }
    static colonnade_text entry_name(const colonnade_stream* stream, std::int64_t index) {
        const auto& files = self(stream).files_;
        const auto i = static_cast<std::size_t>(index);
        const bool has_name = i < files.size() && files[i].first != NoName;
        return has_name ? view(files[i].first) : colonnade_text{nullptr, 0};
    }
    static const colonnade_stream* open_entry(const colonnade_stream* stream, std::int64_t index,
                                              colonnade_error* error) {
        const auto& [name, content] = self(stream).files_.at(static_cast<std::size_t>(index));
        if (content.starts_with(CannotBeOpened)) {
            self(stream).failed();
            engine::fill_error(error, COLONNADE_UNREADABLE, "no such file");
            return nullptr;
        }
        auto* opened = new MemoryStream(name, content);
        opened->fail_from(content.find(CannotBeRead));
        opened->folder_ = &self(stream);
        ++opened->folder_->open_;
        return &opened->stream_;
    }
    std::int64_t failed() {
        has_failed_ = true;
        if (folder_ != nullptr) folder_->has_failed_ = true;
        return -1;
    }
    static void close(const colonnade_stream* stream) {
        --self(stream).folder_->open_;
        delete &self(stream);
    }

    std::string name_;
    std::string content_;
    std::vector<std::pair<std::string, std::string>> files_;
    colonnade_stream stream_{};
    std::int64_t readable_ = std::numeric_limits<std::int64_t>::max();
    MemoryStream* folder_ = nullptr;
    int open_ = 0;
    bool has_failed_ = false;
};

inline std::int32_t append(void* self, const char* data, std::uint64_t size) {
    static_cast<std::string*>(self)->append(data, size);
    return COLONNADE_OK;
}

inline void check_document(const std::string& json) {
    static const auto everything = engine::Projection::all(bundled_schema());
    engine::ProfileReader reader(bundled_schema());
    engine::BatchBuilder builder(bundled_schema(), everything);
    const auto problem = reader.read(json, {}, builder);
    hold(!problem, "what import writes, score reads",
         problem ? problem->where + ": " + problem->message + "\n" + json : "");
    hold(reader.ignored_keys().empty(), "the document has only facts of the schema", json);
}

inline void read_through(const colonnade_reader& reader) {
    colonnade_error error{};
    error.size = sizeof error;
    std::string document;
    std::string report;
    const colonnade_sink document_sink{sizeof(colonnade_sink), 0, &document, append};
    const colonnade_sink report_sink{sizeof(colonnade_sink), 0, &report, append};
    std::int32_t wrote = -1;
    const auto code = reader.next(reader.self, &document_sink, &wrote, &error);
    hold(code == COLONNADE_OK || error.message[0] != '\0', "a refusal has words");
    if (code != COLONNADE_OK) return;
    hold(wrote == 1, "an export is one document");
    check_document(document);
    hold(reader.next(reader.self, &document_sink, &wrote, &error) == COLONNADE_OK && wrote == 0,
         "an export has no second document");
    hold(reader.report(reader.self, &report_sink, &error) == COLONNADE_OK && !report.empty(),
         "a document comes with a report");
}

// Of the plugin, started at first use.
inline const colonnade_source& source_under_test() {
    static constexpr colonnade_host Host = {sizeof(colonnade_host),
                                            COLONNADE_ABI_MAJOR,
                                            COLONNADE_ABI_MINOR,
                                            0,
                                            {"fuzz", 4},
                                            {"1.0.0", 5},
                                            nullptr,
                                            nullptr};
    static const auto code = colonnade_plugin_entry.init(&Host, nullptr);
    hold(code == COLONNADE_OK, "the plugin starts");
    const std::string id = COLONNADE_SOURCE_ID;
    return *static_cast<const colonnade_source*>(
        colonnade_plugin_entry.get({id.data(), id.size()}));
}

inline void import(const MemoryStream& given) {
    const auto& stream = given.stream();
    const auto& source = source_under_test();
    const auto sure = source.probe(&stream);
    hold(sure >= (given.has_failed() ? -1 : 0) && sure <= 100, "a probe answers in 0 to 100");
    colonnade_error error{};
    error.size = sizeof error;
    const auto* reader = source.open(&stream, {"{}", 2}, nullptr, &error);
    hold(reader != nullptr || error.message[0] != '\0', "a refusal has words");
    if (reader == nullptr) return;
    read_through(*reader);
    reader->close(reader);
}

}  // namespace colonnade::fuzz
