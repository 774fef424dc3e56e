// SPDX-License-Identifier: Apache-2.0
// Functions of plugins called by several threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <vector>

#include "engine/evaluate/evaluator.hpp"

namespace colonnade::cli {

// A plugin's function takes one call at a time; several functions may be called at once.
class OneAtATime final : public engine::FunctionHost {
public:
    // `functions` must outlive this, and has `count` of them.
    OneAtATime(engine::FunctionHost& functions, std::size_t count)
        : functions_(functions), calls_(count) {}

    std::vector<engine::CallFailure> call(int function, std::span<const engine::CallInput> inputs,
                                          std::span<const std::int64_t> as_of,
                                          engine::Slot& out) override {
        const std::lock_guard lock(calls_.at(static_cast<std::size_t>(function)));
        return functions_.call(function, inputs, as_of, out);
    }

private:
    engine::FunctionHost& functions_;
    std::vector<std::mutex> calls_;  // of each function
};

}  // namespace colonnade::cli
