// SPDX-License-Identifier: Apache-2.0
// A source that is sure beyond measure, throws at a byte, cannot take a broken stream, and writes
// what is no JSON.
#include <stdexcept>

#include "checked.hpp"

namespace colonnade::tests {
namespace {

struct Reader {
    colonnade_reader abi{};
    bool done = false;
};

std::string_view name_of(const colonnade_stream& stream) {
    return {stream.name.data, stream.name.size};
}

bool is_broken(const colonnade_stream& stream) {
    char byte = 0;
    return stream.length > 0 && stream.read_at(&stream, stream.length - 1, &byte, 1) != 1;
}

std::int32_t probe(const colonnade_stream* stream) {
    if (name_of(*stream) == "x") throw std::runtime_error("one byte is too little");
    if (stream->length == 0) return 200;
    return is_broken(*stream) ? 50 : 0;
}

std::int32_t write(const colonnade_sink& sink, std::string_view text) {
    return sink.write(sink.self, text.data(), text.size());
}

std::int32_t next(void* self, const colonnade_sink* sink, std::int32_t* wrote, colonnade_error*) {
    auto& reader = *static_cast<Reader*>(self);
    *wrote = reader.done ? 0 : 1;
    if (reader.done) return COLONNADE_OK;
    reader.done = true;
    return write(*sink, "[1, 2]");
}

std::int32_t report(void*, const colonnade_sink* sink, colonnade_error*) {
    return write(*sink, "all went well");
}

void close(const colonnade_reader* reader) {
    delete static_cast<Reader*>(reader->self);
}

const colonnade_reader* open(const colonnade_stream* stream, colonnade_text, const colonnade_host*,
                             colonnade_error* error) {
    if (is_broken(*stream)) {
        fail_with(*error, "the reader has a fault");
        return nullptr;
    }
    if (name_of(*stream) != "zeros") {
        error->code = COLONNADE_UNREADABLE;
        return nullptr;
    }
    auto* reader = new Reader;
    reader->abi = {sizeof(colonnade_reader), 0, reader, next, report, close};
    return &reader->abi;
}

const void* get(colonnade_text id) {
    static const colonnade_source Source = {
        sizeof(colonnade_source), 0, TEXT("ill-source"), nullptr, 0, probe, open};
    return std::string_view(id.data, id.size) == COLONNADE_SOURCE_ID ? &Source : nullptr;
}

}  // namespace
}  // namespace colonnade::tests

CHECKED_ENTRY("ill-source", start, end, colonnade::tests::get)
