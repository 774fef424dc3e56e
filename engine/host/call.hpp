// SPDX-License-Identifier: Apache-2.0
// One function of a plugin, ready to be called: its description, and the plugin's object for it,
// made at the first call.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "dsl/types/catalogue.hpp"
#include "engine/evaluate/evaluator.hpp"
#include "engine/host/plugin.hpp"

namespace colonnade::engine {

// Not thread-safe, as the plugin's object is not.
class HostedFunction {
public:
    // `index` is the function's place in the plugin.
    HostedFunction(std::shared_ptr<const Plugin> plugin, std::int32_t index);
    ~HostedFunction();
    HostedFunction(const HostedFunction&) = delete;
    HostedFunction& operator=(const HostedFunction&) = delete;

    // Fills `out`, sized to `as_of`, or gives a sentence why not. `description` is the function's.
    [[nodiscard]] std::optional<std::string> call(const dsl::Function& description,
                                                  std::span<const CallInput> inputs,
                                                  std::span<const std::int64_t> as_of, Slot& out);

private:
    // What is wrong, or nothing.
    [[nodiscard]] std::optional<std::string> create();
    [[nodiscard]] std::optional<std::string> run(const colonnade_batch& batch,
                                                 colonnade_output& output) const;

    std::shared_ptr<const Plugin> plugin_;
    std::int32_t index_;
    const colonnade_function* object_ = nullptr;
};

}  // namespace colonnade::engine
