// SPDX-License-Identifier: Apache-2.0
// Plugins by id: found in folders, judged by what a person decided, started once, asked for
// functions and sources. Everything that a plugin says is checked before it is believed.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/types/catalogue.hpp"
#include "engine/evaluate/evaluator.hpp"
#include "engine/host/inspect.hpp"
#include "engine/host/plugin_settings.hpp"
#include "engine/host/source.hpp"

namespace colonnade::engine {

// Why a plugin was not taken, in a sentence for people, with its file where one was found.
struct PluginProblem {
    std::string plugin;
    std::string message;
    std::string help;
};

// The plugins of one run. Functions of all loaded plugins share one list: `functions()[i]` is what
// the compiled program calls as function `i`. Not thread-safe.
class Plugins : public FunctionHost {
public:
    explicit Plugins(PluginSettings settings);
    // Every plugin in the folders is taken for one that came with the program.
    Plugins(std::vector<std::filesystem::path> folders, std::string host_version);
    ~Plugins() override;
    Plugins(const Plugins&) = delete;
    Plugins& operator=(const Plugins&) = delete;

    // Loads the plugin unless it is loaded; nothing on success.
    [[nodiscard]] std::optional<PluginProblem> load(const std::string& id);

    // In the order of loading.
    [[nodiscard]] const std::vector<dsl::Function>& functions() const;
    // The rulebook that a loaded plugin brings, or empty.
    [[nodiscard]] const std::string& rules(const std::string& id) const;

    std::vector<CallFailure> call(int function, std::span<const CallInput> inputs,
                                  std::span<const std::int64_t> as_of, Slot& out) override;

    // The source that is surest to read what is at `path`, among all plugins in the folders that
    // the lock, where there is one, names; starts plugins until one is sure. Nothing where none
    // is as sure as wanted.
    [[nodiscard]] std::unique_ptr<SourceReader> open_source(const std::filesystem::path& path,
                                                            const std::string& options_json,
                                                            SourceProblem& problem,
                                                            Sure sure = Sure::ALittle);
    // The same with several paths whose content is about one person.
    [[nodiscard]] std::unique_ptr<SourceReader> open_joined(
        std::span<const std::filesystem::path> paths, const std::string& options_json,
        SourceProblem& problem);

    struct Loaded {
        std::string id;
        std::string version;
        std::filesystem::path file;
        RunsAs runs = RunsAs::Bundled;
        Pinned pinned = Pinned::Never;
    };
    // In the order in which they were started, those only asked for a source too.
    [[nodiscard]] const std::vector<Loaded>& loaded() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace colonnade::engine
