// SPDX-License-Identifier: Apache-2.0
// A reader of a plugin in a process of its own; the stream stays here.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/host/source.hpp"
#include "engine/isolate/isolated_plugin.hpp"

namespace colonnade::engine {

class IsolatedReader final : public SourceReader {
public:
    // Null with `problem` filled.
    [[nodiscard]] static std::unique_ptr<IsolatedReader> open(
        std::shared_ptr<const IsolatedPlugin> plugin, std::unique_ptr<HostStream> stream,
        const std::string& options_json, SourceProblem& problem);
    ~IsolatedReader() override;
    IsolatedReader(const IsolatedReader&) = delete;
    IsolatedReader& operator=(const IsolatedReader&) = delete;

    [[nodiscard]] std::optional<std::string> next(std::optional<SourceProblem>& problem) override;
    [[nodiscard]] std::string report(std::optional<SourceProblem>& problem) override;
    [[nodiscard]] const std::string& plugin() const override { return plugin_->id(); }

private:
    IsolatedReader(std::shared_ptr<const IsolatedPlugin> plugin, std::unique_ptr<HostStream> stream)
        : plugin_(std::move(plugin)), stream_(std::move(stream)) {}
    // The text of the answer, or nothing at the end or with `problem` filled.
    [[nodiscard]] std::optional<std::string> ask(Message message, std::string question,
                                                 std::optional<SourceProblem>& problem);
    [[nodiscard]] bool is_there() const;
    [[nodiscard]] SourceProblem broken(const std::string& why) const;

    std::shared_ptr<const IsolatedPlugin> plugin_;
    std::unique_ptr<HostStream> stream_;
    std::uint32_t number_ = 0;
    std::uint32_t stream_number_ = 0;
    int generation_ = -1;
    bool is_done_ = false;
};

}  // namespace colonnade::engine
