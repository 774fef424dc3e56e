// SPDX-License-Identifier: Apache-2.0
// A source that behaves: each line of a file NAME.lines is a document, and each entry of a folder.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "entry.h"

namespace {

struct Reader {
    colonnade_reader abi{};
    std::vector<std::string> documents;
    std::size_t next = 0;
    std::string report;
};

std::string_view view(colonnade_text text) {
    return {text.data, text.size};
}

bool is_lines(colonnade_text name) {
    return view(name).ends_with(".lines");
}

std::int32_t probe(const colonnade_stream* stream) {
    for (std::int64_t i = 0; i < stream->entry_count; ++i) {
        if (is_lines(stream->entry_name(stream, i))) return 55;
    }
    return is_lines(stream->name) ? 60 : 0;
}

// In small bites, as a reader of large files would.
std::string content(const colonnade_stream& stream) {
    std::string text;
    char bite[7];
    while (true) {
        const auto count =
            stream.read_at(&stream, static_cast<std::int64_t>(text.size()), bite, sizeof bite);
        if (count <= 0) return text;
        text.append(bite, static_cast<std::size_t>(count));
    }
}

void read_file(const colonnade_stream& stream, Reader& reader) {
    const auto text = content(stream);
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find('\n', at);
        reader.documents.push_back(text.substr(at, end - at));
        at = end == std::string::npos ? text.size() : end + 1;
    }
}

void read_folder(const colonnade_stream& stream, Reader& reader) {
    for (std::int64_t i = 0; i < stream.entry_count; ++i) {
        colonnade_error error{};
        const auto* entry = stream.open_entry(&stream, i, &error);
        if (entry == nullptr) continue;
        reader.documents.push_back(std::string(view(stream.entry_name(&stream, i))) + "=" +
                                   content(*entry));
        entry->close(entry);
    }
}

std::int32_t next(void* self, const colonnade_sink* sink, std::int32_t* wrote, colonnade_error*) {
    auto& reader = *static_cast<Reader*>(self);
    *wrote = reader.next < reader.documents.size() ? 1 : 0;
    if (*wrote == 0) return COLONNADE_OK;
    const auto& text = reader.documents[reader.next++];
    const auto half = text.size() / 2;
    if (const auto code = sink->write(sink->self, text.data(), half)) return code;
    return sink->write(sink->self, text.data() + half, text.size() - half);
}

std::int32_t report(void* self, const colonnade_sink* sink, colonnade_error*) {
    const auto& text = static_cast<Reader*>(self)->report;
    return sink->write(sink->self, text.data(), text.size());
}

void close(const colonnade_reader* reader) {
    delete static_cast<Reader*>(reader->self);
}

const colonnade_reader* open(const colonnade_stream* stream, colonnade_text options,
                             const colonnade_host*, colonnade_error*) {
    auto reader = std::make_unique<Reader>();
    if (stream->length < 0) {
        read_folder(*stream, *reader);
    } else {
        read_file(*stream, *reader);
    }
    reader->report = "{\"name\":\"" + std::string(view(stream->name)) +
                     "\",\"options\":" + std::string(view(options)) + "}";
    reader->abi = {sizeof(colonnade_reader), 0, reader.get(), next, report, close};
    return &reader.release()->abi;
}

const void* get(colonnade_text id) {
    static const colonnade_source Source = {
        sizeof(colonnade_source), 0, TEXT("lines"), nullptr, 0, probe, open};
    return view(id) == COLONNADE_SOURCE_ID ? &Source : nullptr;
}

}  // namespace

extern "C" {
const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 TEXT("lines"),
                                                 TEXT("1.0.0"),
                                                 start,
                                                 end,
                                                 get};
}
