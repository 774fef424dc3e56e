// SPDX-License-Identifier: Apache-2.0
// Library, second part: what being loaded, started and used does to the process around.
#include <fmt/format.h>

#include "engine/validate/call_made.hpp"
#include "engine/validate/plugin_case.hpp"
#include "engine/validate/process_state.hpp"

namespace colonnade::engine {
namespace {

constexpr std::uint64_t ProcessSeed = 4;

void quiet_load(Trial& trial) {
    const auto* powers = trial.place().powers;
    if (powers == nullptr) return trial.skip("it needs a process of its own");
    if (!powers->watch_system_calls())
        return trial.skip("this system has no filter that shows what is called");
    if (trial.plugin() != nullptr) static_cast<void>(trial.raw_functions());
    for (const auto& call : powers->watched_system_calls())
        trial.fault(fmt::format("it calls `{}` while it is loaded and started", call));
}

void start_leaves_process(Trial& trial) {
    const ProcessState before;
    if (trial.plugin() == nullptr) return;
    for (const auto& change : ProcessState().changes_since(before))
        trial.fault(change + " changed while it was loaded and started");
}

void calls_leave_process(Trial& trial) {
    if (trial.functions() == nullptr) return;
    for_each_function(trial, [&](const dsl::Function& function, FunctionObject& object) {
        const ProcessState before;
        static_cast<void>(call_made(function, object, trial.inputs(function, {}, ProcessSeed)));
        for (const auto& change : ProcessState().changes_since(before))
            trial.fault(about(function, change + " changed while it was called"));
    });
}

constexpr PluginCase ProcessCases[] = {
    {"library", "quiet-load",
     "Loading and starting open no files, sockets or threads and run no programs.", quiet_load},
    {"library", "start-leaves-process",
     "Locale, environment, folder, signals, arithmetic, threads and files stay as they were.",
     start_leaves_process},
    {"library", "calls-leave-process", "The same while functions are called.", calls_leave_process},
};

}  // namespace

std::span<const PluginCase> process_cases() {
    return ProcessCases;
}

}  // namespace colonnade::engine
