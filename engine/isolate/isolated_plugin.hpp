// SPDX-License-Identifier: Apache-2.0
// A plugin in a process of its own, which can do nothing but compute: no files, no network, no
// other processes. It can fail; it cannot make anything else fail.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/host/plugin.hpp"
#include "engine/isolate/child.hpp"
#include "engine/isolate/isolation.hpp"

namespace colonnade::engine {

class IsolatedPlugin final : public Plugin {
public:
    // Null with `refusal` filled: where the plugin is not what the contract says, where it broke,
    // and where it cannot be kept apart on this system. The plugin's process lives as long as the
    // calling thread, at most.
    [[nodiscard]] static std::shared_ptr<const IsolatedPlugin> start(
        std::shared_ptr<const SealedLibrary> library, const Isolation& isolation, Refusal& refusal);

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

    [[nodiscard]] Child& child() const { return *child_; }

private:
    IsolatedPlugin(std::unique_ptr<Child> child, std::string version,
                   const std::filesystem::path& file);
    // The payload of the answer, or nothing with `refusal` filled.
    [[nodiscard]] std::optional<std::string> ask(Message message, std::string payload,
                                                 std::chrono::milliseconds time,
                                                 Refusal& refusal) const;
    [[nodiscard]] std::optional<std::string> text(Message message, std::size_t most,
                                                  Refusal& refusal) const;
    [[nodiscard]] Refusal no_answer() const;

    std::unique_ptr<Child> child_;
};

}  // namespace colonnade::engine
