// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/linkedin/support.hpp"

#include <zip.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace colonnade::linkedin::test {
namespace {

colonnade_text text_of(const std::string& text) {
    return {text.data(), text.size()};
}

std::int32_t append(void* self, const char* data, std::uint64_t size) {
    static_cast<std::string*>(self)->append(data, size);
    return COLONNADE_OK;
}

const void* no_service(const colonnade_host* /*host*/, colonnade_text /*id*/) {
    return nullptr;
}

// Started at first use, and never ended.
const colonnade_source& source() {
    static constexpr colonnade_host Host = {sizeof(colonnade_host),
                                            COLONNADE_ABI_MAJOR,
                                            COLONNADE_ABI_MINOR,
                                            0,
                                            {"test", 4},
                                            {"1.0.0", 5},
                                            nullptr,
                                            no_service};
    static const std::string id = COLONNADE_SOURCE_ID;
    static const bool is_started = colonnade_plugin_entry.init(&Host, nullptr) == COLONNADE_OK;
    REQUIRE(is_started);
    return *static_cast<const colonnade_source*>(colonnade_plugin_entry.get(text_of(id)));
}

bool take(const colonnade_reader& reader, Outcome& outcome, colonnade_error& error) {
    std::string report;
    const colonnade_sink document_sink{sizeof(colonnade_sink), 0, &outcome.document_text, append};
    const colonnade_sink report_sink{sizeof(colonnade_sink), 0, &report, append};
    std::int32_t wrote = 0;
    outcome.code = reader.next(reader.self, &document_sink, &wrote, &error);
    if (outcome.code != COLONNADE_OK) return false;
    REQUIRE(wrote == 1);
    outcome.code = reader.next(reader.self, &document_sink, &wrote, &error);
    REQUIRE(wrote == 0);
    REQUIRE(reader.report(reader.self, &report_sink, &error) == COLONNADE_OK);
    outcome.document = nlohmann::json::parse(outcome.document_text);
    outcome.report = nlohmann::json::parse(report);
    return true;
}

}  // namespace

MemoryStream::MemoryStream(std::string name, std::string content)
    : name_(std::move(name)), content_(std::move(content)) {
    stream_ = {sizeof stream_,
               0,
               this,
               text_of(name_),
               static_cast<std::int64_t>(content_.size()),
               -1,
               0,
               read_at,
               entry_name,
               open_entry,
               close};
}

MemoryStream::MemoryStream(std::string name, const std::map<std::string, std::string>& files)
    : MemoryStream(std::move(name), std::string()) {
    for (const auto& [path, content] : files) {
        entries_.emplace_back(path, std::make_unique<MemoryStream>(path, content));
        entries_.back().second->parent_ = this;
    }
    stream_.length = -1;
    stream_.entry_count = static_cast<std::int64_t>(entries_.size());
}

std::int64_t MemoryStream::read_at(const colonnade_stream* stream, std::int64_t offset,
                                   void* buffer, std::int64_t size) {
    auto& self = *static_cast<MemoryStream*>(stream->self);
    if (self.reads_left_ == 0) return -1;
    --self.reads_left_;
    ++self.reads_;
    const auto length = static_cast<std::int64_t>(self.content_.size());
    const auto count = std::clamp<std::int64_t>(length - offset, 0, size);
    std::memcpy(buffer, self.content_.data() + std::min(offset, length),
                static_cast<std::size_t>(count));
    return count;
}

void MemoryStream::break_off_inside() {
    for (auto& [path, file] : entries_)
        file->break_off();
}

colonnade_text MemoryStream::entry_name(const colonnade_stream* stream, std::int64_t index) {
    const auto& self = *static_cast<MemoryStream*>(stream->self);
    return text_of(self.entries_.at(static_cast<std::size_t>(index)).first);
}

const colonnade_stream* MemoryStream::open_entry(const colonnade_stream* stream, std::int64_t index,
                                                 colonnade_error* /*error*/) {
    auto& self = *static_cast<MemoryStream*>(stream->self);
    ++self.open_count_;
    return &self.entries_.at(static_cast<std::size_t>(index)).second->stream_;
}

void MemoryStream::close(const colonnade_stream* stream) {
    --static_cast<MemoryStream*>(stream->self)->parent_->open_count_;
}

std::int32_t probe(const colonnade_stream& stream) {
    return source().probe(&stream);
}

Outcome import(const colonnade_stream& stream, const std::string& options) {
    Outcome outcome;
    colonnade_error error{};
    error.size = sizeof error;
    const auto* reader = source().open(&stream, text_of(options), nullptr, &error);
    if (reader != nullptr) {
        take(*reader, outcome, error);
        reader->close(reader);
    }
    outcome.code = error.code;
    outcome.message = error.message;
    return outcome;
}

Outcome import(const std::map<std::string, std::string>& files) {
    const MemoryStream folder("Complete_LinkedInDataExport_11-20-2026", files);
    auto outcome = import(folder.stream());
    INFO(outcome.message);
    REQUIRE(outcome.code == COLONNADE_OK);
    REQUIRE(folder.open_count() == 0);
    return outcome;
}

nlohmann::json find(const nlohmann::json& list, const std::string& key, const std::string& value) {
    for (const auto& item : list) {
        if (item.at(key) == value) return item;
    }
    return nullptr;
}

nlohmann::json file(const Outcome& outcome, const std::string& name) {
    return find(outcome.report["files"], "name", name);
}

std::string make_zip(const std::vector<ZipEntry>& entries) {
    zip_error_t error;
    zip_error_init(&error);
    auto* buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(buffer);
    auto* archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
    REQUIRE(archive != nullptr);
    for (const auto& entry : entries) {
        auto* content = zip_source_buffer(archive, entry.content.data(), entry.content.size(), 0);
        const auto index = zip_file_add(archive, entry.name.c_str(), content, ZIP_FL_ENC_UTF_8);
        REQUIRE(index >= 0);
        const auto number = static_cast<zip_uint64_t>(index);
        zip_set_file_compression(archive, number, entry.deflate ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0);
        if (entry.mode != 0) {
            zip_file_set_external_attributes(archive, number, 0, ZIP_OPSYS_UNIX, entry.mode << 16U);
        }
        zip_file_set_dostime(archive, number, (6 << 11) | (30 << 5), (46 << 9) | (11 << 5) | 21, 0);
    }
    REQUIRE(zip_close(archive) == 0);
    zip_stat_t stat;
    zip_source_stat(buffer, &stat);
    std::string bytes(stat.size, '\0');
    zip_source_open(buffer);
    zip_source_read(buffer, bytes.data(), bytes.size());
    zip_source_close(buffer);
    zip_source_free(buffer);
    return bytes;
}

void make_archive(const std::string& arguments) {
    const std::string command = std::string(COLONNADE_PYTHON) + " -B " + COLONNADE_SOURCE_DIR +
                                "/tests/fixtures/make_archive.py " + arguments;
    REQUIRE(std::system(command.c_str()) == 0);
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string fresh_folder(const std::string& name) {
    const auto path = std::filesystem::path(COLONNADE_BINARY_DIR) / "tests" / "linkedin" / name;
    std::filesystem::remove_all(path);
    std::filesystem::create_directories(path);
    return path.string();
}

}  // namespace colonnade::linkedin::test
