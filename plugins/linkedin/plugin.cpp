// SPDX-License-Identifier: Apache-2.0
// The C border of the plugin: everything here catches what C++ throws and turns it into a code.
#include <colonnade/plugin.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <new>

#include "import.hpp"
#include "inventory.hpp"

namespace colonnade::linkedin {
namespace {

constexpr colonnade_text text_of(std::string_view text) {
    return {text.data(), text.size()};
}

std::string_view view_of(colonnade_text text) {
    return text.data == nullptr ? std::string_view() : std::string_view(text.data, text.size);
}

std::int32_t fail(colonnade_error* error, std::int32_t code, std::string_view message) {
    if (error == nullptr) return code;
    error->code = code;
    error->row = -1;
    error->parameter = -1;
    const auto size = std::min(message.size(), sizeof error->message - 1);
    std::memcpy(error->message, message.data(), size);
    error->message[size] = '\0';
    return code;
}

// Runs `work`, which returns a code; nothing that it throws goes further.
template <typename Work>
std::int32_t guarded(colonnade_error* error, const Work& work) noexcept {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return fail(error, COLONNADE_NO_MEMORY, "not enough memory to read the archive");
    } catch (const std::exception&) {
        return fail(error, COLONNADE_INTERNAL, "the reader of LinkedIn exports failed");
    }
}

std::int32_t write_all(const colonnade_sink& sink, std::string_view text) {
    return sink.write(sink.self, text.data(), text.size());
}

// One open export. `interface` is first made and last used by the host, who only knows it.
struct Reader {
    colonnade_reader interface {};
    std::string name;
    Options options;
    std::unique_ptr<Container> container;
    Inventory inventory;
    Import result;
    bool is_done = false;
};

std::int32_t next(void* self, const colonnade_sink* sink, std::int32_t* wrote,
                  colonnade_error* error) {
    return guarded(error, [=]() -> std::int32_t {
        auto& reader = *static_cast<Reader*>(self);
        *wrote = 0;
        if (reader.is_done) return COLONNADE_OK;
        reader.is_done = true;
        const auto failure = import_export(*reader.container, reader.inventory, reader.name,
                                           reader.options, reader.result);
        if (failure.code != COLONNADE_OK) return fail(error, failure.code, failure.message);
        const auto code = write_all(*sink, reader.result.document);
        reader.result.document = {};
        if (code != COLONNADE_OK) return fail(error, code, "the document could not be handed over");
        *wrote = 1;
        return COLONNADE_OK;
    });
}

std::int32_t report(void* self, const colonnade_sink* sink, colonnade_error* error) {
    return guarded(error, [=]() -> std::int32_t {
        const auto& reader = *static_cast<Reader*>(self);
        if (reader.result.report.empty()) {
            return fail(error, COLONNADE_INVALID_ARGUMENT, "there is no report before the end");
        }
        const auto code = write_all(*sink, reader.result.report);
        return code == COLONNADE_OK ? code
                                    : fail(error, code, "the report could not be handed over");
    });
}

void close(const colonnade_reader* reader) {
    delete static_cast<Reader*>(reader->self);
}

std::int32_t start(const colonnade_stream& stream, colonnade_text options, Reader& reader,
                   colonnade_error* error) {
    reader.name = view_of(stream.name);
    auto failure = read_options(view_of(options), reader.options);
    if (failure.code == COLONNADE_OK) reader.container = open_container(stream, failure);
    if (failure.code == COLONNADE_OK) {
        reader.inventory = take_inventory(*reader.container);
        failure = check_inventory(reader.inventory);
    }
    return failure.code == COLONNADE_OK ? failure.code : fail(error, failure.code, failure.message);
}

const colonnade_reader* open(const colonnade_stream* stream, colonnade_text options,
                             const colonnade_host* /*host*/, colonnade_error* error) {
    std::unique_ptr<Reader> reader;
    const auto code = guarded(error, [&]() -> std::int32_t {
        reader = std::make_unique<Reader>();
        reader->interface = {sizeof(colonnade_reader), 0, reader.get(), next, report, close};
        return start(*stream, options, *reader, error);
    });
    if (code != COLONNADE_OK) return nullptr;
    return &reader.release()->interface;
}

// A damaged zip, one of something else, or a folder with an archive in it is claimed a little:
// nobody else says what is wrong.
constexpr std::int32_t OnlyAnArchive = 10;
constexpr std::int32_t OneKnownFile = 60;
constexpr std::int32_t SeveralKnownFiles = 100;

std::int32_t probe_content(const colonnade_stream& stream) {
    const bool is_folder = stream.length < 0;
    if (!is_folder && !begins_like_zip(stream)) return 0;
    Failure failure;
    const auto container = open_container(stream, failure);
    if (!container) return is_folder ? 0 : OnlyAnArchive;
    const auto known = count_known_names(*container);
    if (known > 0) return known == 1 ? OneKnownFile : SeveralKnownFiles;
    return !is_folder || holds_archive(*container) ? OnlyAnArchive : 0;
}

std::int32_t probe(const colonnade_stream* stream) {
    std::int32_t sure = 0;
    static_cast<void>(guarded(nullptr, [&]() -> std::int32_t {
        sure = probe_content(*stream);
        return COLONNADE_OK;
    }));
    return sure;
}

constexpr colonnade_localised Titles[] = {
    {text_of("de"), text_of("LinkedIn-Export")},
    {text_of("en"), text_of("LinkedIn export")},
};

constexpr colonnade_source Source{
    sizeof(colonnade_source), 0, text_of("linkedin"), Titles, 2, probe, open};

std::int32_t init(const colonnade_host* /*host*/, colonnade_error* /*error*/) {
    return COLONNADE_OK;
}

void deinit() {}

const void* get(colonnade_text id) {
    return view_of(id) == COLONNADE_SOURCE_ID ? &Source : nullptr;
}

}  // namespace
}  // namespace colonnade::linkedin

extern "C" const colonnade_plugin colonnade_plugin_entry;
const colonnade_plugin colonnade_plugin_entry{
    sizeof(colonnade_plugin),
    COLONNADE_ABI_MAJOR,
    COLONNADE_ABI_MINOR,
    0,
    colonnade::linkedin::text_of("linkedin"),
    colonnade::linkedin::text_of("0.1.0"),
    colonnade::linkedin::init,
    colonnade::linkedin::deinit,
    colonnade::linkedin::get,
};
