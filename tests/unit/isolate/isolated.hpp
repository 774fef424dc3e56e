// SPDX-License-Identifier: Apache-2.0
// Plugins in processes of their own, for tests, and their functions called by name.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/host/call.hpp"
#include "engine/isolate/isolated_plugin.hpp"
#include "tests/unit/host/calls.hpp"

namespace colonnade::tests {

// With limits that a test can wait for.
[[nodiscard]] engine::Isolation isolation();

using PluginPointer = std::shared_ptr<const engine::Plugin>;

// Null with `refusal` filled.
[[nodiscard]] std::shared_ptr<const engine::IsolatedPlugin> start_isolated(
    const std::string& file, engine::Refusal& refusal, const engine::Isolation& how = isolation());
// A test plugin by id; throws where it is refused.
[[nodiscard]] std::shared_ptr<const engine::IsolatedPlugin> isolated(
    const std::string& id, const engine::Isolation& how = isolation());
[[nodiscard]] PluginPointer in_process(const std::string& file);

struct Results {
    engine::Slot slot;
    std::vector<engine::CallFailure> failures;
};

// The functions of one plugin, wherever it runs.
class PluginCaller {
public:
    explicit PluginCaller(PluginPointer plugin);

    [[nodiscard]] const std::vector<dsl::Function>& functions() const { return functions_; }
    [[nodiscard]] Results call(const std::string& function,
                               const std::vector<engine::CallInput>& inputs,
                               const engine::Buffer<std::int64_t>& as_of);
    // Of amounts, at one moment.
    [[nodiscard]] Results call(const std::string& function, const std::vector<double>& amounts);

private:
    PluginPointer plugin_;
    std::vector<dsl::Function> functions_;
    std::map<std::string, engine::HostedFunction> hosted_;
};

}  // namespace colonnade::tests
