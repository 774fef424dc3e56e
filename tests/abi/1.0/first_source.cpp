// SPDX-License-Identifier: Apache-2.0
// A source of ABI 1.0: the bytes of a file NAME.first, or of a folder's entries, are documents.
#include <cstdint>
#include <cstring>
#include <string>

#include "colonnade/plugin.h"

namespace {

constexpr colonnade_text text(const char* literal) {
    return {literal, std::char_traits<char>::length(literal)};
}

std::string name_of(const colonnade_stream* stream) {
    return {stream->name.data, static_cast<std::size_t>(stream->name.size)};
}

bool is_ours(const std::string& name) {
    return name.size() > 6 && name.compare(name.size() - 6, 6, ".first") == 0;
}

struct Reader {
    colonnade_reader abi;
    const colonnade_stream* stream;
    std::string options;
    std::int64_t at;
};

std::int32_t next(void* self, const colonnade_sink* sink, std::int32_t* wrote,
                  colonnade_error* error) {
    auto& reader = *static_cast<Reader*>(self);
    const bool is_folder = reader.stream->length < 0;
    *wrote = reader.at < (is_folder ? reader.stream->entry_count : 1) ? 1 : 0;
    if (*wrote == 0) return COLONNADE_OK;
    const auto* data =
        is_folder ? reader.stream->open_entry(reader.stream, reader.at, error) : reader.stream;
    ++reader.at;
    if (data == nullptr) return COLONNADE_UNREADABLE;
    char buffer[64];
    const auto size = data->read_at(data, 0, buffer, sizeof buffer);
    if (is_folder) data->close(data);
    if (size < 0) return COLONNADE_UNREADABLE;
    return sink->write(sink->self, buffer, static_cast<std::uint64_t>(size));
}

std::int32_t report(void* self, const colonnade_sink* sink, colonnade_error*) {
    const auto& options = static_cast<Reader*>(self)->options;
    return sink->write(sink->self, options.data(), options.size());
}

void close(const colonnade_reader* reader) {
    delete static_cast<Reader*>(reader->self);
}

std::int32_t probe(const colonnade_stream* stream) {
    return is_ours(name_of(stream)) ? 80 : 0;
}

const colonnade_reader* open(const colonnade_stream* stream, colonnade_text options,
                             const colonnade_host*, colonnade_error* error) {
    if (name_of(stream) == "closed.first") {
        std::strcpy(error->message, "closed for the winter");
        error->code = COLONNADE_UNREADABLE;
        return nullptr;
    }
    auto* reader = new Reader{
        {}, stream, std::string(options.data, static_cast<std::size_t>(options.size)), 0};
    reader->abi = {sizeof(colonnade_reader), 0, reader, next, report, close};
    return &reader->abi;
}

std::int32_t init(const colonnade_host*, colonnade_error*) {
    return COLONNADE_OK;
}

void deinit() {}

const void* get(colonnade_text id) {
    static const colonnade_source Source = {
        sizeof(colonnade_source), 0, text("first"), nullptr, 0, probe, open};
    const std::string wanted(id.data, static_cast<std::size_t>(id.size));
    return wanted == COLONNADE_SOURCE_ID ? &Source : nullptr;
}

}  // namespace

extern "C" {
const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 text("first-source"),
                                                 text("1.0.0"),
                                                 init,
                                                 deinit,
                                                 get};
}
