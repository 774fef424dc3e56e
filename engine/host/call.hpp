// SPDX-License-Identifier: Apache-2.0
// One function of a plugin, ready to be called: its description, and the plugin's object for it,
// made at the first call.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "dsl/types/catalogue.hpp"
#include "engine/evaluate/evaluator.hpp"
#include "engine/host/plugin.hpp"

namespace colonnade::engine {

// Not thread-safe, as the plugin's object is not.
class HostedFunction {
public:
    // `index` is the function's place in the plugin.
    HostedFunction(std::shared_ptr<const Plugin> plugin, std::int32_t index);

    // Fills `out`, sized to `as_of`; unknown in rows that failed. `description` is the function's.
    [[nodiscard]] std::vector<CallFailure> call(const dsl::Function& description,
                                                std::span<const CallInput> inputs,
                                                std::span<const std::int64_t> as_of, Slot& out);

private:
    [[nodiscard]] std::vector<CallFailure> run(const dsl::Function& description,
                                               std::span<const CallInput> inputs,
                                               std::span<const std::int64_t> as_of, Slot& out);

    std::shared_ptr<const Plugin> plugin_;
    std::int32_t index_;
    std::unique_ptr<FunctionObject> object_;
};

}  // namespace colonnade::engine
