// SPDX-License-Identifier: Apache-2.0
// A source that would take the program with it, in the way and at the moment that the name of the
// data says.
#include <cstdint>
#include <string_view>

#include "entry.h"

namespace {

std::string_view task;
volatile std::uintptr_t nowhere = 64;
volatile bool forever = true;

void do_it(std::string_view moment) {
    if (task.find(moment) == task.npos) return;
    if (task.starts_with("crash")) *reinterpret_cast<volatile int*>(nowhere) = 1;
    while (task.starts_with("hang") && forever) {
    }
}

std::int32_t probe(const colonnade_stream* stream) {
    task = {stream->name.data, stream->name.size};
    do_it("probe");
    return 50;
}

std::int32_t next(void*, const colonnade_sink* sink, std::int32_t* wrote, colonnade_error*) {
    static int documents = 0;
    *wrote = documents++ == 0 ? 1 : 0;
    if (*wrote == 1) return sink->write(sink->self, "{}", 2);
    do_it("next");
    return COLONNADE_OK;
}

std::int32_t report(void*, const colonnade_sink* sink, colonnade_error*) {
    do_it("report");
    return sink->write(sink->self, "{}", 2);
}

void close(const colonnade_reader*) {
    do_it("close");
}

const colonnade_reader* open(const colonnade_stream* stream, colonnade_text, const colonnade_host*,
                             colonnade_error*) {
    static constexpr colonnade_reader Reader = {
        sizeof(colonnade_reader), 0, nullptr, next, report, close};
    task = {stream->name.data, stream->name.size};
    do_it("open");
    return &Reader;
}

const void* get(colonnade_text id) {
    static const colonnade_source Source = {
        sizeof(colonnade_source), 0, TEXT("violent"), nullptr, 0, probe, open};
    return std::string_view(id.data, id.size) == COLONNADE_SOURCE_ID ? &Source : nullptr;
}

}  // namespace

extern "C" {
const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 TEXT("violent-source"),
                                                 TEXT("1.0.0"),
                                                 start,
                                                 end,
                                                 get};
}
