// SPDX-License-Identifier: Apache-2.0
// A source that claims everything, a little, and does wrong what the name of the data says.
#include <stdexcept>
#include <string_view>

#include "entry.h"

namespace {

std::string_view task;

std::string_view view(colonnade_text text) {
    return {text.data, text.size};
}

std::int32_t say(colonnade_error* error, std::int32_t code, std::string_view why) {
    why.copy(error->message, why.size());
    error->code = code;
    return code;
}

std::int32_t probe(const colonnade_stream* stream) {
    if (view(stream->name) == "too-sure") return 101;
    if (view(stream->name) == "probe-throws") throw 1;
    return 50;
}

std::int32_t next(void*, const colonnade_sink* sink, std::int32_t* wrote, colonnade_error* error) {
    *wrote = 1;
    if (task == "damaged") return say(error, COLONNADE_UNREADABLE, "the zip ends too early");
    if (task == "unsupported") return say(error, COLONNADE_UNSUPPORTED, "an export of 2003");
    if (task == "confused") return say(error, COLONNADE_INTERNAL, "lost count");
    if (task == "throws") throw std::runtime_error("out");
    if (task == "too-much") return sink->write(sink->self, "", std::uint64_t{1} << 40);
    if (task == "writes-none") return COLONNADE_OK;
    *wrote = 0;
    return sink->write(sink->self, "{}", 2);
}

std::int32_t report(void*, const colonnade_sink*, colonnade_error* error) {
    return say(error, COLONNADE_INVALID_ARGUMENT, "there is no report before the end");
}

void close(const colonnade_reader*) {}

const colonnade_reader* open(const colonnade_stream* stream, colonnade_text, const colonnade_host*,
                             colonnade_error* error) {
    static constexpr colonnade_reader Sound = {
        sizeof(colonnade_reader), 0, nullptr, next, report, close};
    static constexpr colonnade_reader Hollow = {
        sizeof(colonnade_reader), 0, nullptr, next, nullptr, close};
    task = view(stream->name);
    if (task == "hollow") return &Hollow;
    if (task == "open-throws") throw 2;
    if (task != "not-opened") return &Sound;
    say(error, COLONNADE_UNREADABLE, "nothing in it");
    return nullptr;
}

const void* get(colonnade_text id) {
    static const colonnade_source Source = {
        sizeof(colonnade_source), 0, TEXT("bad"), nullptr, 0, probe, open};
    return view(id) == COLONNADE_SOURCE_ID ? &Source : nullptr;
}

}  // namespace

extern "C" {
const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 TEXT("bad-source"),
                                                 TEXT("1.0.0"),
                                                 start,
                                                 end,
                                                 get};
}
