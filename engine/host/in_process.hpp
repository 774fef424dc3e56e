// SPDX-License-Identifier: Apache-2.0
// A plugin that runs in this process. It can do all that the process can: only what a person trusts
// is started here.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "colonnade/plugin.h"
#include "engine/host/plugin.hpp"
#include "engine/host/services.hpp"

namespace colonnade::engine {

class InProcessPlugin final : public Plugin {
public:
    // Opens `file`, checks its entry and starts it; null with `refusal` filled. However many
    // objects exist for a library, its `init` is called for the first and its `deinit` after the
    // last; the settings of the first count. Any thread.
    [[nodiscard]] static std::shared_ptr<const InProcessPlugin> start(
        const std::filesystem::path& file, const HostSettings& settings, Refusal& refusal);
    // The same with the entry of a library that is open, as `open_library` gives it.
    [[nodiscard]] static std::shared_ptr<const InProcessPlugin> start(
        const colonnade_plugin& entry, const std::filesystem::path& file,
        const HostSettings& settings, Refusal& refusal);
    ~InProcessPlugin() override;

    [[nodiscard]] std::optional<std::vector<dsl::Function>> functions(
        Refusal& refusal) const override;
    [[nodiscard]] std::optional<std::string> rules(Refusal& refusal) const override;
    [[nodiscard]] std::optional<std::string> selftest(Refusal& refusal) const override;
    [[nodiscard]] std::unique_ptr<FunctionObject> make_function(
        std::int32_t index, std::string& problem) const override;
    [[nodiscard]] std::int32_t probe(const HostStream& stream, Refusal& refusal) const override;
    [[nodiscard]] std::unique_ptr<SourceReader> open(std::unique_ptr<HostStream> stream,
                                                     const std::string& options_json,
                                                     SourceProblem& problem) const override;

    [[nodiscard]] const Services& services() const { return *services_; }

private:
    InProcessPlugin(const colonnade_plugin& entry, std::filesystem::path file);
    // The extension, or null where the plugin does not offer it; null with `refusal` filled where
    // it is too short. Only the struct itself has been checked.
    template <class Extension>
    [[nodiscard]] const Extension* extension(const char* id, Refusal& refusal) const;
    [[nodiscard]] const colonnade_functions* functions_extension(Refusal& refusal) const;
    [[nodiscard]] const colonnade_source* source_extension(Refusal& refusal) const;
    [[nodiscard]] std::optional<std::string> text(const colonnade_text& text, std::size_t most,
                                                  const char* what, Refusal& refusal) const;

    const colonnade_plugin* entry_;
    const Services* services_ = nullptr;
};

}  // namespace colonnade::engine
