// SPDX-License-Identifier: Apache-2.0
// A function called with made-up inputs by the same code as in a run, and what came out.
#pragma once

#include <functional>
#include <string>

#include "engine/host/plugin.hpp"
#include "engine/validate/inputs.hpp"
#include "engine/validate/trial.hpp"

namespace colonnade::engine {

struct MadeCall {
    Slot results;
    // Why there are none: of the whole batch, or wrong in itself. Empty where there are.
    std::string problem;
};

// `prepare` may change the views before they are handed over.
[[nodiscard]] MadeCall call_made(
    const dsl::Function& function, FunctionObject& object, const Inputs& inputs,
    const std::function<void(const colonnade_batch&)>& prepare = nullptr);

// The first row whose results differ in a bit, or -1. Not where one of the calls has none.
[[nodiscard]] std::int64_t first_difference(const Slot& a, const Slot& b);
// "12.5" or "unknown".
[[nodiscard]] std::string result_text(const Slot& results, std::size_t row);

// Runs `work` for each function of the plugin with an object for it. Where none can be made,
// `makes-objects` says so.
using FunctionWork = std::function<void(const dsl::Function& function, FunctionObject& object)>;
void for_each_function(Trial& trial, const FunctionWork& work);

// "function `cv_gap`: …"
[[nodiscard]] std::string about(const dsl::Function& function, const std::string& what);

}  // namespace colonnade::engine
