// SPDX-License-Identifier: Apache-2.0
#include "engine/host/plugin_reader.hpp"

#include <fmt/format.h>

#include <new>
#include <string_view>

#include "engine/host/abi.hpp"

namespace colonnade::engine {
namespace {

// Takes what the plugin writes.
struct Collected {
    std::string text;
    bool is_too_much = false;
    colonnade_sink abi{sizeof(colonnade_sink), 0, this, write};

    static std::int32_t write(void* self, const char* data, std::uint64_t size) noexcept {
        auto& to = *static_cast<Collected*>(self);
        if (to.is_too_much || size > MostSourceBytes - to.text.size()) {
            to.is_too_much = true;
            return COLONNADE_STOPPED;
        }
        if (size == 0) return COLONNADE_OK;
        if (data == nullptr) return COLONNADE_INVALID_ARGUMENT;
        const bool has_room = contained([&] { to.text.append(data, size); });
        return has_room ? COLONNADE_OK : COLONNADE_NO_MEMORY;
    }
};

SourceProblem fault(const std::string& plugin, std::string_view what) {
    return {SourceProblem::What::Plugin, fmt::format("plugin `{}`: {}", plugin, what)};
}

// Damaged data is the data's fault, so the sentence is about it alone.
SourceProblem failure(const std::string& plugin, const colonnade_error& error, std::int32_t code) {
    if (code == COLONNADE_UNREADABLE || code == COLONNADE_UNSUPPORTED) {
        return {SourceProblem::What::Unreadable, sentence_of(error, code)};
    }
    return fault(plugin, sentence_of(error, code));
}

SourceProblem too_much() {
    return {SourceProblem::What::Unreadable,
            fmt::format("more than {} MiB of facts about one profile",
                        MostSourceBytes / (1024 * 1024))};
}

bool is_sound(const colonnade_reader& reader) {
    return reader.size >= sizeof(colonnade_reader) && reader.next != nullptr &&
           reader.report != nullptr && reader.close != nullptr;
}

// Runs a function of the reader that writes into `to`. Nothing where all went well.
template <class Work>
std::optional<SourceProblem> collect(const std::string& plugin, const Collected& to,
                                     const Work& work) {
    auto error = empty_error();
    std::int32_t code = COLONNADE_OK;
    if (!contained([&] { code = work(error); })) return fault(plugin, ThrewMessage);
    if (to.is_too_much) return too_much();
    if (code != COLONNADE_OK) return failure(plugin, error, code);
    return std::nullopt;
}

}  // namespace

PluginReader::PluginReader(std::shared_ptr<const InProcessPlugin> plugin,
                           std::unique_ptr<HostStream> stream)
    : plugin_(std::move(plugin)), stream_(std::move(stream)) {}

std::unique_ptr<PluginReader> PluginReader::open(std::shared_ptr<const InProcessPlugin> plugin,
                                                 const colonnade_source& source,
                                                 std::unique_ptr<HostStream> stream,
                                                 const std::string& options_json,
                                                 SourceProblem& problem) {
    std::unique_ptr<PluginReader> made(new PluginReader(std::move(plugin), std::move(stream)));
    const auto& id = made->plugin();
    auto error = empty_error();
    const colonnade_reader* reader = nullptr;
    if (!contained([&] {
            reader = source.open(&made->stream_->abi(), abi_text(options_json),
                                 &made->plugin_->services().host(), &error);
        })) {
        problem = fault(id, ThrewMessage);
        return nullptr;
    }
    if (reader == nullptr) {
        problem = failure(id, error, error.code);
        return nullptr;
    }
    if (!is_sound(*reader)) {
        problem = fault(id, "its reader lacks `next`, `report` or `close`");
        return nullptr;
    }
    made->reader_ = reader;
    return made;
}

PluginReader::~PluginReader() {
    if (reader_ == nullptr) return;
    // Nobody is left to be told.
    static_cast<void>(contained([&] { reader_->close(reader_); }));
}

std::optional<std::string> PluginReader::next(std::optional<SourceProblem>& problem) {
    problem.reset();
    if (is_done_) return std::nullopt;
    Collected document;
    std::int32_t wrote = 0;
    problem = collect(plugin(), document, [&](colonnade_error& error) {
        const ServedCall served(plugin_->services());
        return reader_->next(reader_->self, &document.abi, &wrote, &error);
    });
    const bool has_text = !document.text.empty();
    if (!problem && wrote != (has_text ? 1 : 0)) {
        problem = fault(plugin(), has_text ? "it wrote a document and says that it did not"
                                           : "it says that it wrote a document and did not");
    }
    if (!problem && has_text) return std::move(document.text);
    is_done_ = true;
    return std::nullopt;
}

std::string PluginReader::report(std::optional<SourceProblem>& problem) {
    Collected report;
    problem = collect(plugin(), report, [&](colonnade_error& error) {
        const ServedCall served(plugin_->services());
        return reader_->report(reader_->self, &report.abi, &error);
    });
    if (problem) return {};
    return std::move(report.text);
}

}  // namespace colonnade::engine
