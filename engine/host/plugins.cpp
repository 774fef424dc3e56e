// SPDX-License-Identifier: Apache-2.0
#include "engine/host/plugins.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/host/call.hpp"
#include "engine/host/choose_source.hpp"
#include "engine/host/find_library.hpp"
#include "engine/host/in_process.hpp"
#include "engine/host/joined_stream.hpp"
#include "engine/host/library.hpp"
#include "engine/host/plugin.hpp"
#include "engine/host/stream.hpp"

namespace colonnade::engine {

struct Plugins::State {
    PluginSettings settings;
    std::vector<std::shared_ptr<const Plugin>> plugins;
    std::vector<Loaded> loaded;  // beside `plugins`
    // Ids whose functions are in the list. One that was only asked for a source is not: what rules
    // may call must not depend on the data.
    std::vector<std::string> named;
    std::vector<std::string> rules;  // beside `named`
    std::vector<dsl::Function> functions;
    std::vector<std::unique_ptr<HostedFunction>> hosted;  // beside `functions`

    std::shared_ptr<const Plugin> start(const std::string& id, Refusal& refusal);
    bool add_functions(const std::shared_ptr<const Plugin>& plugin, Refusal& refusal);
    std::unique_ptr<SourceReader> read(std::unique_ptr<HostStream> stream,
                                       const std::string& options_json, Sure sure,
                                       SourceProblem& problem);
};

namespace {

std::shared_ptr<const Plugin> start_trusted(const InspectedPlugin& plugin,
                                            const PluginSettings& settings, Refusal& refusal) {
    const auto* entry = open_library(plugin.content, refusal);
    if (entry == nullptr) return nullptr;
    return InProcessPlugin::start(*entry, plugin.file, settings.host, refusal);
}

std::shared_ptr<const Plugin> start_apart(const InspectedPlugin& plugin,
                                          const PluginSettings& settings, Refusal& refusal) {
    if (settings.start_isolated) return settings.start_isolated(plugin, settings, refusal);
    refusal = {fmt::format("plugin `{}` cannot run isolated here", plugin.id),
               what_trust_means(plugin.id)};
    return nullptr;
}

// What came with the program is not looked at first: it is loaded as the program's own code is.
std::shared_ptr<const Plugin> start_found(const FoundLibrary& library,
                                          const PluginSettings& settings, InspectedPlugin& plugin,
                                          Refusal& refusal) {
    if (library.bundled) {
        plugin.runs = RunsAs::Bundled;
        return InProcessPlugin::start(library.file, settings.host, refusal);
    }
    plugin = inspect(library, settings);
    switch (plugin.runs) {
        case RunsAs::Trusted:
            return start_trusted(plugin, settings, refusal);
        case RunsAs::Isolated:
            return start_apart(plugin, settings, refusal);
        default:
            refusal = plugin.refusal;
            return nullptr;
    }
}

PluginSettings all_bundled(std::vector<std::filesystem::path> folders, std::string host_version) {
    PluginSettings settings;
    for (auto& folder : folders)
        settings.folders.push_back({std::move(folder), true});
    settings.host.version = std::move(host_version);
    return settings;
}

}  // namespace

std::shared_ptr<const Plugin> Plugins::State::start(const std::string& id, Refusal& refusal) {
    for (const auto& plugin : plugins) {
        if (plugin->id() == id) return plugin;
    }
    const auto library = find_library(settings.folders, id, refusal);
    if (!library) return nullptr;
    InspectedPlugin inspected;
    auto plugin = start_found(*library, settings, inspected, refusal);
    if (plugin == nullptr) return nullptr;
    plugins.push_back(plugin);
    loaded.push_back(
        {plugin->id(), plugin->version(), library->file, inspected.runs, inspected.pinned});
    return plugin;
}

bool Plugins::State::add_functions(const std::shared_ptr<const Plugin>& plugin, Refusal& refusal) {
    auto described = plugin->functions(refusal);
    if (!described) return false;
    for (std::size_t i = 0; i < described->size(); ++i) {
        functions.push_back(std::move((*described)[i]));
        hosted.push_back(std::make_unique<HostedFunction>(plugin, static_cast<std::int32_t>(i)));
    }
    return true;
}

Plugins::Plugins(PluginSettings settings) : state_(std::make_unique<State>()) {
    state_->settings = std::move(settings);
}

Plugins::Plugins(std::vector<std::filesystem::path> folders, std::string host_version)
    : Plugins(all_bundled(std::move(folders), std::move(host_version))) {}

Plugins::~Plugins() = default;

std::optional<PluginProblem> Plugins::load(const std::string& id) {
    auto& named = state_->named;
    if (std::find(named.begin(), named.end(), id) != named.end()) return std::nullopt;
    Refusal refusal;
    auto plugin = state_->start(id, refusal);
    if (plugin == nullptr) return PluginProblem{id, refusal.message, refusal.help};
    auto rules = plugin->rules(refusal);
    if (!rules || !state_->add_functions(plugin, refusal))
        return PluginProblem{id, refusal.message, refusal.help};
    named.push_back(id);
    state_->rules.push_back(std::move(*rules));
    return std::nullopt;
}

const std::vector<dsl::Function>& Plugins::functions() const {
    return state_->functions;
}

const std::string& Plugins::rules(const std::string& id) const {
    const auto& named = state_->named;
    const auto at = std::find(named.begin(), named.end(), id) - named.begin();
    return state_->rules.at(static_cast<std::size_t>(at));
}

std::vector<CallFailure> Plugins::call(int function, std::span<const CallInput> inputs,
                                       std::span<const std::int64_t> as_of, Slot& out) {
    const auto at = static_cast<std::size_t>(function);
    return state_->hosted[at]->call(state_->functions[at], inputs, as_of, out);
}

std::unique_ptr<SourceReader> Plugins::State::read(std::unique_ptr<HostStream> stream,
                                                   const std::string& options_json, Sure sure,
                                                   SourceProblem& problem) {
    const auto start_plugin = [this](const std::string& id, Refusal& refusal) {
        return start(id, refusal);
    };
    const auto found = all_libraries(settings.folders);
    if (!found.problem.empty()) {
        // Who cannot be asked may be surer than all others.
        problem = {SourceProblem::What::Plugin, found.problem};
        return nullptr;
    }
    const auto candidates = source_candidates(found.libraries, settings);
    const auto chosen = choose_source(candidates, start_plugin, *stream, sure, problem);
    return chosen == nullptr ? nullptr : chosen->open(std::move(stream), options_json, problem);
}

std::unique_ptr<SourceReader> Plugins::open_source(const std::filesystem::path& path,
                                                   const std::string& options_json,
                                                   SourceProblem& problem, Sure sure) {
    problem = {SourceProblem::What::Unreadable, {}};
    auto stream = open_stream(path, problem.message);
    return stream == nullptr ? nullptr
                             : state_->read(std::move(stream), options_json, sure, problem);
}

std::unique_ptr<SourceReader> Plugins::open_joined(std::span<const std::filesystem::path> paths,
                                                   const std::string& options_json,
                                                   SourceProblem& problem) {
    problem = {SourceProblem::What::Unreadable, {}};
    auto stream = open_joined_stream(paths, problem.message);
    return stream == nullptr
               ? nullptr
               : state_->read(std::move(stream), options_json, Sure::ALittle, problem);
}

const std::vector<Plugins::Loaded>& Plugins::loaded() const {
    return state_->loaded;
}

}  // namespace colonnade::engine
