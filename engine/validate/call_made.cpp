// SPDX-License-Identifier: Apache-2.0
#include "engine/validate/call_made.hpp"

#include <fmt/format.h>

#include <cstring>

#include "engine/host/arguments.hpp"
#include "engine/host/output.hpp"

namespace colonnade::engine {

MadeCall call_made(const dsl::Function& function, FunctionObject& object, const Inputs& inputs,
                   const std::function<void(const colonnade_batch&)>& prepare) {
    MadeCall called;
    called.results.resize(inputs.rows());
    const auto views = inputs.views();
    Arguments arguments(function, views, inputs.as_of);
    Output output(function, inputs.rows());
    if (prepare) prepare(arguments.batch());
    for (const auto& failure : object.call(arguments.batch(), output.abi())) {
        if (failure.row == CallFailure::EveryRow) {
            called.problem = failure.message;
            return called;
        }
        arguments.drop(failure.row);
    }
    if (auto wrong = output.take(arguments.answerable(), called.results)) called.problem = *wrong;
    return called;
}

std::int64_t first_difference(const Slot& a, const Slot& b) {
    for (std::size_t row = 0; row < a.value.size(); ++row) {
        // By bits: 0 and -0 are different results.
        if (a.known[row] != b.known[row] ||
            std::memcmp(&a.value[row], &b.value[row], sizeof(double)) != 0)
            return static_cast<std::int64_t>(row);
    }
    return -1;
}

std::string result_text(const Slot& results, std::size_t row) {
    return results.known[row] != 0 ? fmt::format("{}", results.value[row]) : "unknown";
}

void for_each_function(Trial& trial, const FunctionWork& work) {
    const auto* functions = trial.functions();
    if (functions == nullptr) return;
    const auto plugin = trial.plugin();
    for (std::size_t i = 0; i < functions->size(); ++i) {
        std::string problem;
        const auto object = plugin->make_function(static_cast<std::int32_t>(i), problem);
        if (object != nullptr) work((*functions)[i], *object);
    }
}

std::string about(const dsl::Function& function, const std::string& what) {
    return fmt::format("function `{}`: {}", function.name, what);
}

}  // namespace colonnade::engine
