// SPDX-License-Identifier: Apache-2.0
// A plugin's reader behind the engine's interface.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "engine/host/in_process.hpp"
#include "engine/host/source.hpp"
#include "engine/host/stream.hpp"

namespace colonnade::engine {

// One profile document or report; a person's whole life on a network has a few megabytes.
inline constexpr std::size_t MostSourceBytes = 256 * 1024 * 1024;

class PluginReader final : public SourceReader {
public:
    // Null with `problem` filled. `source` belongs to `plugin`.
    [[nodiscard]] static std::unique_ptr<PluginReader> open(
        std::shared_ptr<const InProcessPlugin> plugin, const colonnade_source& source,
        std::unique_ptr<HostStream> stream, const std::string& options_json,
        SourceProblem& problem);
    ~PluginReader() override;

    [[nodiscard]] std::optional<std::string> next(std::optional<SourceProblem>& problem) override;
    [[nodiscard]] std::string report(std::optional<SourceProblem>& problem) override;
    [[nodiscard]] const std::string& plugin() const override { return plugin_->id(); }

private:
    PluginReader(std::shared_ptr<const InProcessPlugin> plugin, std::unique_ptr<HostStream> stream);

    // In this order: the reader ends first, then the stream it reads, then the plugin.
    std::shared_ptr<const InProcessPlugin> plugin_;
    std::unique_ptr<HostStream> stream_;
    const colonnade_reader* reader_ = nullptr;
    bool is_done_ = false;
};

}  // namespace colonnade::engine
