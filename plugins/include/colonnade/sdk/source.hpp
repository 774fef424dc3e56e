// SPDX-License-Identifier: Apache-2.0
// The extension `colonnade.source/1` over a class, so that a reader of foreign data is that class:
//   struct Lines {
//       static constexpr sdk::SourceInfo info{.id = "lines", .titles = {{"en", "Lines"}}};
//       static int probe(const sdk::Stream& stream);  // 0 .. 100
//       Lines(sdk::Stream stream, std::string_view options, sdk::Host host);
//       std::optional<std::string> next();  // a profile document, nothing at the end
//       std::string report();               // after the end
//   };
//   constexpr auto Source = sdk::source<Lines>();
// Any of them may throw; the guard tells the host.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "colonnade/sdk/definition.hpp"
#include "colonnade/sdk/guard.hpp"
#include "colonnade/sdk/host.hpp"
#include "colonnade/sdk/stream.hpp"

namespace colonnade::sdk {

struct SourceInfo {
    std::string_view id;
    Localised titles[MostLanguages] = {};
};

inline void write_to(const colonnade_sink& sink, std::string_view text) {
    const std::int32_t code = sink.write(sink.self, text.data(), text.size());
    if (code != COLONNADE_OK) throw Failure("the host takes no more", code);
}

template <class Reader>
struct Source {
    // What `open` hands out: the contract's struct and, behind its `self`, the reader.
    struct Opened {
        Opened(const colonnade_stream& stream, colonnade_text options, const colonnade_host* host)
            : abi{sizeof(colonnade_reader), 0, this, next, report, close},
              reader(Stream(stream), view_of(options), Host(host)) {}

        colonnade_reader abi;
        Reader reader;
    };

    static Reader& reader_of(void* self) { return static_cast<Opened*>(self)->reader; }

    static std::int32_t next(void* self, const colonnade_sink* sink, std::int32_t* wrote,
                             colonnade_error* error) noexcept {
        *wrote = 0;
        return guarded(error, [&] {
            const std::optional<std::string> document = reader_of(self).next();
            if (!document) return;
            write_to(*sink, *document);
            *wrote = 1;
        });
    }
    static std::int32_t report(void* self, const colonnade_sink* sink,
                               colonnade_error* error) noexcept {
        return guarded(error, [&] { write_to(*sink, reader_of(self).report()); });
    }
    static void close(const colonnade_reader* reader) noexcept {
        if (reader != nullptr) delete static_cast<Opened*>(reader->self);
    }

    // One that fails to look cannot read, unless it was the data or the memory that failed.
    static std::int32_t probe(const colonnade_stream* stream) noexcept {
        std::int32_t sure = 0;
        const auto code = guarded(nullptr, [&] { sure = Reader::probe(Stream(*stream)); });
        return code == COLONNADE_UNREADABLE || code == COLONNADE_NO_MEMORY ? -1 : sure;
    }
    static const colonnade_reader* open(const colonnade_stream* stream, colonnade_text options,
                                        const colonnade_host* host,
                                        colonnade_error* error) noexcept {
        const colonnade_reader* opened = nullptr;
        static_cast<void>(
            guarded(error, [&] { opened = &(new Opened(*stream, options, host))->abi; }));
        return opened;
    }

    static constexpr auto titles = localised_of(Reader::info.titles);
};

template <class Reader>
[[nodiscard]] constexpr colonnade_source source() {
    using This = Source<Reader>;
    return {sizeof(colonnade_source),
            0,
            text_of(Reader::info.id),
            This::titles.data(),
            static_cast<std::int64_t>(count_of(Reader::info.titles)),
            This::probe,
            This::open};
}

}  // namespace colonnade::sdk
