// SPDX-License-Identifier: Apache-2.0
#include "engine/host/plugin.hpp"

#include <fmt/format.h>

#include <map>
#include <mutex>
#include <optional>

#include "engine/host/abi.hpp"
#include "engine/host/entry.hpp"
#include "engine/host/library.hpp"

namespace colonnade::engine {
namespace {

constexpr const char* HostName = "colonnade";

// How many objects use a started plugin, and the host that its `init` was given.
struct Use {
    int count = 0;
    std::string version;
    colonnade_host host{};
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

const void* no_service(const colonnade_host* /*host*/, colonnade_text /*id*/) {
    return nullptr;
}

void prepare_host(Use& use, const std::string& version) {
    use.version = version;
    use.host = {sizeof(colonnade_host),
                COLONNADE_ABI_MAJOR,
                COLONNADE_ABI_MINOR,
                0,
                abi_text(HostName),
                abi_text(use.version),
                nullptr,
                no_service};
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

Plugin::Plugin(const colonnade_plugin& entry, std::filesystem::path file)
    : entry_(&entry),
      id_(entry.id.data, entry.id.size),
      version_(entry.version.data, entry.version.size),
      file_(std::move(file)) {}

std::shared_ptr<const Plugin> Plugin::start(const std::filesystem::path& file,
                                            const std::string& host_version, Refusal& refusal) {
    const auto* entry = open_library(file, refusal);
    if (entry == nullptr || !check_entry(*entry, file.stem().string(), refusal)) return nullptr;
    std::unique_ptr<Plugin> plugin(new Plugin(*entry, file));
    const std::scoped_lock lock(uses_mutex());
    auto& use = use_of(entry);
    if (use.count == 0) {
        prepare_host(use, host_version);
        if (const auto why = init(*entry, use.host)) {
            refusal = {fmt::format("plugin `{}` {}", plugin->id(), *why), ""};
            return nullptr;
        }
    }
    ++use.count;
    plugin->host_ = &use.host;
    return plugin;
}

// An object without a host was never counted.
Plugin::~Plugin() {
    if (host_ == nullptr) return;
    const std::scoped_lock lock(uses_mutex());
    if (--use_of(entry_).count > 0) return;
    // Nobody is left to be told.
    static_cast<void>(contained([&] { entry_->deinit(); }));
}

template <class Extension>
const Extension* Plugin::extension(const char* id, Refusal& refusal) const {
    const void* found = nullptr;
    if (!contained([&] { found = entry_->get(abi_text(id)); })) {
        refusal = {fmt::format("plugin `{}` {}", id_, ThrewMessage), ""};
        return nullptr;
    }
    const auto* extension = static_cast<const Extension*>(found);
    if (extension != nullptr && extension->size < sizeof(Extension)) {
        refusal = {fmt::format("plugin `{}`: its `{}` has {} bytes, expected {}", id_, id,
                               extension->size, sizeof(Extension)),
                   ""};
        return nullptr;
    }
    return extension;
}

const colonnade_functions* Plugin::functions(Refusal& refusal) const {
    const auto* found = extension<colonnade_functions>(COLONNADE_FUNCTIONS_ID, refusal);
    if (found == nullptr) return nullptr;
    if (found->count != nullptr && found->describe != nullptr && found->create != nullptr) {
        return found;
    }
    refusal = {fmt::format("plugin `{}`: its functions lack `count`, `describe` or `create`", id_),
               ""};
    return nullptr;
}

const colonnade_source* Plugin::source(Refusal& refusal) const {
    const auto* found = extension<colonnade_source>(COLONNADE_SOURCE_ID, refusal);
    if (found == nullptr) return nullptr;
    if (found->probe != nullptr && found->open != nullptr) return found;
    refusal = {fmt::format("plugin `{}`: its source lacks `probe` or `open`", id_), ""};
    return nullptr;
}

}  // namespace colonnade::engine
