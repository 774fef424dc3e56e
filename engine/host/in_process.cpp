// SPDX-License-Identifier: Apache-2.0
#include "engine/host/in_process.hpp"

#include <fmt/format.h>

#include <map>
#include <mutex>
#include <optional>

#include "dsl/text/unicode.hpp"
#include "engine/host/abi.hpp"
#include "engine/host/describe.hpp"
#include "engine/host/entry.hpp"
#include "engine/host/in_process_function.hpp"
#include "engine/host/library.hpp"
#include "engine/host/plugin_reader.hpp"

namespace colonnade::engine {
namespace {

// How many objects use a started plugin, and the host that its `init` was given.
struct Use {
    int count = 0;
    std::unique_ptr<Services> services;
};

std::mutex& uses_mutex() {
    static std::mutex mutex;
    return mutex;
}

// Never destroyed: a `Plugins` that lives as long as the process ends its plugins after this file's
// static objects are gone.
Use& use_of(const colonnade_plugin* entry) {
    static auto& uses = *new std::map<const colonnade_plugin*, Use>;
    return uses[entry];
}

// Nothing, or why `init` failed.
std::optional<std::string> init(const colonnade_plugin& entry, const colonnade_host& host) {
    auto error = empty_error();
    std::int32_t code = COLONNADE_OK;
    if (!contained([&] { code = entry.init(&host, &error); })) return ThrewMessage;
    if (code == COLONNADE_OK) return std::nullopt;
    return "did not start: " + sentence_of(error, code);
}

}  // namespace

InProcessPlugin::InProcessPlugin(const colonnade_plugin& entry, std::filesystem::path file)
    : Plugin(std::string(entry.id.data, entry.id.size),
             std::string(entry.version.data, entry.version.size), std::move(file)),
      entry_(&entry) {}

std::shared_ptr<const InProcessPlugin> InProcessPlugin::start(const std::filesystem::path& file,
                                                              const HostSettings& settings,
                                                              Refusal& refusal) {
    const auto* entry = open_library(file, refusal);
    return entry == nullptr ? nullptr : start(*entry, file, settings, refusal);
}

std::shared_ptr<const InProcessPlugin> InProcessPlugin::start(const colonnade_plugin& entry,
                                                              const std::filesystem::path& file,
                                                              const HostSettings& settings,
                                                              Refusal& refusal) {
    if (!check_entry(entry, file.stem().string(), refusal)) return nullptr;
    std::shared_ptr<InProcessPlugin> plugin(new InProcessPlugin(entry, file));
    const std::scoped_lock lock(uses_mutex());
    auto& use = use_of(&entry);
    if (use.count == 0) {
        use.services = std::make_unique<Services>(plugin->id(), settings);
        if (const auto why = init(entry, use.services->host())) {
            refusal = {fmt::format("plugin `{}` {}", plugin->id(), *why), ""};
            return nullptr;
        }
    }
    ++use.count;
    plugin->services_ = use.services.get();
    return plugin;
}

// An object without services was never counted.
InProcessPlugin::~InProcessPlugin() {
    if (services_ == nullptr) return;
    const std::scoped_lock lock(uses_mutex());
    if (--use_of(entry_).count > 0) return;
    // Nobody is left to be told.
    static_cast<void>(contained([&] { entry_->deinit(); }));
}

template <class Extension>
const Extension* InProcessPlugin::extension(const char* id, Refusal& refusal) const {
    const void* found = nullptr;
    if (!contained([&] { found = entry_->get(abi_text(id)); })) {
        refusal = {fmt::format("plugin `{}` {}", this->id(), ThrewMessage), ""};
        return nullptr;
    }
    const auto* extension = static_cast<const Extension*>(found);
    if (extension != nullptr && extension->size < sizeof(Extension)) {
        refusal = {fmt::format("plugin `{}`: its `{}` has {} bytes, expected {}", this->id(), id,
                               extension->size, sizeof(Extension)),
                   ""};
        return nullptr;
    }
    return extension;
}

const colonnade_functions* InProcessPlugin::functions_extension(Refusal& refusal) const {
    const auto* found = extension<colonnade_functions>(COLONNADE_FUNCTIONS_ID, refusal);
    if (found == nullptr) return nullptr;
    if (found->count != nullptr && found->describe != nullptr && found->create != nullptr) {
        return found;
    }
    refusal = {fmt::format("plugin `{}`: its functions lack `count`, `describe` or `create`", id()),
               ""};
    return nullptr;
}

std::optional<std::vector<dsl::Function>> InProcessPlugin::functions(Refusal& refusal) const {
    const auto* found = functions_extension(refusal);
    if (found != nullptr) return describe_functions(*found, id(), refusal);
    if (!refusal.message.empty()) return std::nullopt;
    return std::vector<dsl::Function>{};
}

std::unique_ptr<FunctionObject> InProcessPlugin::make_function(std::int32_t index,
                                                               std::string& problem) const {
    Refusal refusal;
    const auto* found = functions_extension(refusal);
    if (found == nullptr) {
        problem = "its functions are gone";
        return nullptr;
    }
    auto self = std::static_pointer_cast<const InProcessPlugin>(shared_from_this());
    return InProcessFunction::make(std::move(self), *found, index, problem);
}

std::optional<std::string> InProcessPlugin::text(const colonnade_text& text, std::size_t most,
                                                 const char* what, Refusal& refusal) const {
    const auto refuse = [&](const std::string& why) {
        refusal = {fmt::format("plugin `{}`: its {} {}", id(), what, why), ""};
        return std::nullopt;
    };
    if (text.size == 0) return std::string();
    if (text.size > most)
        return refuse(fmt::format("have {} bytes, at most {} are read", text.size, most));
    if (text.data == nullptr)
        return refuse(fmt::format("have {} bytes and are nowhere", text.size));
    std::string read(text.data, text.size);
    const auto invalid = dsl::first_invalid_utf8(read);
    if (invalid == std::string::npos) return read;
    return refuse(fmt::format("are no UTF-8 from byte {} on", invalid));
}

std::optional<std::string> InProcessPlugin::rules(Refusal& refusal) const {
    const auto* found = extension<colonnade_rules>(COLONNADE_RULES_ID, refusal);
    if (found != nullptr) return text(found->text, MostRulesBytes, "rules", refusal);
    if (!refusal.message.empty()) return std::nullopt;
    return std::string();
}

std::optional<std::string> InProcessPlugin::selftest(Refusal& refusal) const {
    const auto* found = extension<colonnade_selftest>(COLONNADE_SELFTEST_ID, refusal);
    if (found != nullptr) return text(found->cases, MostSelftestBytes, "self-tests", refusal);
    if (!refusal.message.empty()) return std::nullopt;
    return std::string();
}

const colonnade_source* InProcessPlugin::source_extension(Refusal& refusal) const {
    const auto* found = extension<colonnade_source>(COLONNADE_SOURCE_ID, refusal);
    if (found == nullptr) return nullptr;
    if (found->probe != nullptr && found->open != nullptr) return found;
    refusal = {fmt::format("plugin `{}`: its source lacks `probe` or `open`", id()), ""};
    return nullptr;
}

std::int32_t InProcessPlugin::probe(const HostStream& stream, Refusal& refusal) const {
    const auto* source = source_extension(refusal);
    if (source == nullptr) return 0;
    std::int32_t sure = 0;
    if (contained([&] { sure = source->probe(&stream.abi()); })) return sure;
    refusal = {fmt::format("plugin `{}` {}", id(), ThrewMessage), ""};
    return 0;
}

std::unique_ptr<SourceReader> InProcessPlugin::open(std::unique_ptr<HostStream> stream,
                                                    const std::string& options_json,
                                                    SourceProblem& problem) const {
    Refusal refusal;
    const auto* source = source_extension(refusal);
    if (source == nullptr) {
        problem = {SourceProblem::What::Plugin, fmt::format("plugin `{}` has no source", id())};
        return nullptr;
    }
    auto self = std::static_pointer_cast<const InProcessPlugin>(shared_from_this());
    return PluginReader::open(std::move(self), *source, std::move(stream), options_json, problem);
}

}  // namespace colonnade::engine
