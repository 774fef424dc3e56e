// SPDX-License-Identifier: Apache-2.0
// The plugin's own object for one of its functions, called in this process.
#pragma once

#include "engine/host/in_process.hpp"

namespace colonnade::engine {

class InProcessFunction final : public FunctionObject {
public:
    // Null with a sentence in `problem`.
    [[nodiscard]] static std::unique_ptr<InProcessFunction> make(
        std::shared_ptr<const InProcessPlugin> plugin, const colonnade_functions& functions,
        std::int32_t index, std::string& problem);
    ~InProcessFunction() override;
    InProcessFunction(const InProcessFunction&) = delete;
    InProcessFunction& operator=(const InProcessFunction&) = delete;

    [[nodiscard]] std::vector<CallFailure> call(const colonnade_batch& batch,
                                                colonnade_output& output) override;

private:
    InProcessFunction(std::shared_ptr<const InProcessPlugin> plugin,
                      const colonnade_function& object)
        : plugin_(std::move(plugin)), object_(&object) {}

    std::shared_ptr<const InProcessPlugin> plugin_;
    const colonnade_function* object_;
};

}  // namespace colonnade::engine
