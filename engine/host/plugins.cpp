// SPDX-License-Identifier: Apache-2.0
#include "engine/host/plugins.hpp"

#include <algorithm>
#include <utility>

#include "engine/host/call.hpp"
#include "engine/host/choose_source.hpp"
#include "engine/host/in_process.hpp"
#include "engine/host/library.hpp"
#include "engine/host/plugin.hpp"
#include "engine/host/stream.hpp"

namespace colonnade::engine {

struct Plugins::State {
    std::vector<std::filesystem::path> folders;
    HostSettings host;
    std::vector<std::shared_ptr<const Plugin>> plugins;
    // Ids whose functions are in the list. One that was only asked for a source is not: what rules
    // may call must not depend on the data.
    std::vector<std::string> named;
    std::vector<std::string> rules;  // beside `named`
    std::vector<dsl::Function> functions;
    std::vector<std::unique_ptr<HostedFunction>> hosted;  // beside `functions`

    std::shared_ptr<const Plugin> start(const std::string& id, Refusal& refusal);
    bool add_functions(const std::shared_ptr<const Plugin>& plugin, Refusal& refusal);
};

std::shared_ptr<const Plugin> Plugins::State::start(const std::string& id, Refusal& refusal) {
    for (const auto& plugin : plugins) {
        if (plugin->id() == id) return plugin;
    }
    const auto file = find_library(folders, id, refusal);
    if (!file) return nullptr;
    std::shared_ptr<const Plugin> plugin = InProcessPlugin::start(*file, host, refusal);
    if (plugin != nullptr) plugins.push_back(plugin);
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

Plugins::Plugins(std::vector<std::filesystem::path> folders, std::string host_version)
    : state_(std::make_unique<State>()) {
    state_->folders = std::move(folders);
    state_->host.version = std::move(host_version);
}

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

std::unique_ptr<SourceReader> Plugins::open_source(const std::filesystem::path& path,
                                                   const std::string& options_json,
                                                   SourceProblem& problem) {
    problem = {SourceProblem::What::Unreadable, {}};
    auto stream = open_stream(path, problem.message);
    if (stream == nullptr) return nullptr;
    const auto start = [this](const std::string& id, Refusal& refusal) {
        return state_->start(id, refusal);
    };
    const auto candidates = source_candidates(state_->folders);
    const auto chosen = choose_source(candidates, start, *stream, problem);
    return chosen == nullptr ? nullptr : chosen->open(std::move(stream), options_json, problem);
}

std::vector<Plugins::Loaded> Plugins::loaded() const {
    std::vector<Loaded> loaded;
    for (const auto& plugin : state_->plugins)
        loaded.push_back({plugin->id(), plugin->version(), plugin->file()});
    return loaded;
}

}  // namespace colonnade::engine
