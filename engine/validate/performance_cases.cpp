// SPDX-License-Identifier: Apache-2.0
// Performance: warnings only. The bounds are far above what functions take, so that a warning means
// a mistake and not a slow machine.
#include <fmt/format.h>

#include <algorithm>

#include "engine/validate/call_made.hpp"
#include "engine/validate/heap.hpp"
#include "engine/validate/own_time.hpp"
#include "engine/validate/plugin_case.hpp"

namespace colonnade::engine {
namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t PerformanceSeed = 6;
constexpr std::size_t PerformanceRows = 4'096;
constexpr std::chrono::nanoseconds MostPerRow = 100us;
constexpr double MostAllocationsPerRow = 20;

// Of several calls the quickest: the others were disturbed.
std::chrono::nanoseconds quickest(const dsl::Function& function, FunctionObject& object,
                                  const Inputs& inputs) {
    auto best = std::chrono::nanoseconds::max();
    for (int i = 0; i < 3; ++i) {
        const OwnTime time;
        static_cast<void>(call_made(function, object, inputs));
        best = std::min(best, time.elapsed());
    }
    return best;
}

void fast_rows(Trial& trial) {
    for_each_function(trial, [&](const dsl::Function& function, FunctionObject& object) {
        const auto inputs = trial.inputs(function, {.rows = PerformanceRows}, PerformanceSeed);
        const auto per_row = quickest(function, object, inputs) / static_cast<int>(PerformanceRows);
        if (per_row > MostPerRow) {
            trial.fault(about(function, fmt::format("a row takes {} ns, expected at most {}",
                                                    per_row.count(), MostPerRow.count())));
        }
    });
}

void few_allocations(Trial& trial) {
    const auto* powers = trial.place().powers;
    if (powers == nullptr) return trial.skip("it needs a process of its own");
    if (powers->allocations == nullptr) return trial.skip(HeapNotTold);
    for_each_function(trial, [&](const dsl::Function& function, FunctionObject& object) {
        const auto inputs = trial.inputs(function, {.rows = PerformanceRows}, PerformanceSeed);
        const auto before = powers->allocations();
        static_cast<void>(call_made(function, object, inputs));
        const auto per_row = static_cast<double>(powers->allocations() - before) /
                             static_cast<double>(PerformanceRows);
        if (per_row > MostAllocationsPerRow) {
            trial.fault(
                about(function, fmt::format("{:.0f} allocations a row, expected at most {:.0f}",
                                            per_row, MostAllocationsPerRow)));
        }
    });
}

void steady_memory(Trial& trial) {
    if (!heap_in_use()) return trial.skip(HeapNotTold);
    constexpr int Batches = 200;
    constexpr std::size_t MostGrowth = 64 * 1024;
    for_each_function(trial, [&](const dsl::Function& function, FunctionObject& object) {
        const auto inputs = trial.inputs(function, {}, PerformanceSeed);
        static_cast<void>(call_made(function, object, inputs));
        const auto before = *heap_in_use();
        for (int i = 0; i < Batches; ++i)
            static_cast<void>(call_made(function, object, inputs));
        const auto after = *heap_in_use();
        if (after > before + MostGrowth) {
            trial.fault(about(function, fmt::format("{} equal batches left {} bytes behind",
                                                    Batches, after - before)));
        }
    });
}

constexpr PluginCase PerformanceCases[] = {
    {"performance", "fast-rows", "A row takes at most 100 microseconds.", fast_rows, true},
    {"performance", "few-allocations", "A row takes at most 20 allocations.", few_allocations,
     true},
    {"performance", "steady-memory", "Equal batches, one after the other, leave no memory behind.",
     steady_memory, true},
};

}  // namespace

std::span<const PluginCase> performance_cases() {
    return PerformanceCases;
}

}  // namespace colonnade::engine
