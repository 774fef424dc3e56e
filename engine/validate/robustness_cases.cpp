// SPDX-License-Identifier: Apache-2.0
// Robustness: no memory, no time, objects in all numbers and orders, a host of another age.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "dsl/text/unicode.hpp"
#include "engine/host/abi.hpp"
#include "engine/validate/call_made.hpp"
#include "engine/validate/chance.hpp"
#include "engine/validate/heap.hpp"
#include "engine/validate/own_host.hpp"
#include "engine/validate/own_time.hpp"
#include "engine/validate/plugin_case.hpp"

namespace colonnade::engine {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr std::uint64_t RobustnessSeed = 5;

// What is wrong with how a failure is told, or empty.
std::string problem_of(const colonnade_error& error) {
    const auto* end = std::find(std::begin(error.message), std::end(error.message), '\0');
    if (end == std::end(error.message)) return "its message is not ended by a NUL";
    const std::string_view message(std::begin(error.message),
                                   static_cast<std::size_t>(end - std::begin(error.message)));
    if (message.empty()) return "its message is empty";
    if (dsl::first_invalid_utf8(message) != std::string::npos) return "its message is no UTF-8";
    return {};
}

void says_why(Trial& trial) {
    const auto plugin = trial.plugin();
    if (plugin == nullptr) return;
    const auto* functions = trial.raw_functions();
    if (functions == nullptr) return;
    const OwnObject object(*functions, functions->count(), plugin->services().host());
    if (object.get() != nullptr) return trial.skip("`create` never fails, see `create-outside`");
    if (const auto problem = problem_of(object.error()); !problem.empty())
        trial.fault("`create` of a function that it does not have failed, and " + problem);
    if (object.error().code == COLONNADE_OK)
        trial.fault("`create` of a function that it does not have failed, and its code is 0");
}

// Above all allocations that a function of a few rows makes, or it makes too many.
constexpr std::uint64_t MostFailedAllocations = 400;

const Powers* failing_memory = nullptr;
std::uint64_t failing_at = 0;

void fail_inside(bool is_inside) {
    failing_memory->fail_allocation(is_inside ? failing_at : 0);
}

// The allocation at which the call ends badly, in a sentence; empty: at none. Every single one is
// tried until the call makes no more.
std::string without_memory(const dsl::Function& function, const OwnObject& object,
                           const Inputs& inputs) {
    for (failing_at = 1; failing_at <= MostFailedAllocations; ++failing_at) {
        const auto before = failing_memory->allocations();
        const auto called = call_own(function, object, inputs, fail_inside);
        if (failing_memory->allocations() - before < failing_at) break;
        if (called.threw)
            return fmt::format("where allocation {} fails it {}", failing_at, ThrewMessage);
        const auto problem = called.code == COLONNADE_OK ? std::string() : problem_of(called.error);
        if (!problem.empty())
            return fmt::format("where allocation {} fails it fails, and {}", failing_at, problem);
    }
    return {};
}

void memory_runs_out(Trial& trial) {
    failing_memory = trial.place().powers;
    if (failing_memory == nullptr) return trial.skip("it needs a process of its own");
    if (failing_memory->fail_allocation == nullptr) return trial.skip(HeapNotTold);
    const auto* functions = trial.functions();
    const auto* raw = functions == nullptr ? nullptr : trial.raw_functions();
    if (raw == nullptr) return;
    for (std::size_t i = 0; i < functions->size(); ++i) {
        const OwnObject object(*raw, static_cast<std::int32_t>(i),
                               trial.plugin()->services().host());
        if (object.get() == nullptr) continue;
        const auto problem = without_memory(
            (*functions)[i], object, trial.inputs((*functions)[i], {.rows = 9}, RobustnessSeed));
        if (!problem.empty()) trial.fault(about((*functions)[i], problem));
    }
}

// As long as the host waits for a batch before it gives up.
constexpr milliseconds MostWork = 2s;
constexpr milliseconds MostAfterStop = 100ms;

// When the call of the case `stops-in-time` began, and when it was first told to stop.
std::optional<OwnTime> since_call;
std::optional<OwnTime> since_told;

std::int32_t should_stop(const colonnade_host* /*host*/) {
    if (!since_call || since_call->elapsed() < 20ms) return 0;
    if (!since_told) since_told.emplace();
    return 1;
}

const void* with_deadline(const colonnade_host* /*host*/, colonnade_text id) {
    static constexpr colonnade_host_deadline Deadline = {sizeof Deadline, 0, should_stop};
    return std::string_view(id.data, id.size) == COLONNADE_DEADLINE_ID ? &Deadline : nullptr;
}

void must_stop(const dsl::Function& function, const OwnObject& object, Trial& trial) {
    const auto inputs =
        trial.inputs(function, {.rows = MostBatchRows, .most_elements = 2}, RobustnessSeed);
    since_told.reset();
    since_call.emplace();
    static_cast<void>(call_own(function, object, inputs));
    const auto of = [](const OwnTime& time) {
        return std::chrono::duration_cast<milliseconds>(time.elapsed());
    };
    if (since_told && of(*since_told) > MostAfterStop) {
        trial.fault(about(function, fmt::format("it went on for {} ms after it was told to stop",
                                                of(*since_told).count())));
    } else if (!since_told && of(*since_call) > MostWork) {
        trial.fault(about(function, fmt::format("it worked for {} ms on {} rows and never asked "
                                                "whether to stop",
                                                of(*since_call).count(), inputs.rows())));
    }
}

// Runs `work` on each function of a plugin that is started with `host`.
template <class Work>
void with_own_host(Trial& trial, const colonnade_host& host, const Work& work) {
    if (trial.functions() == nullptr) return;
    const auto functions = *trial.functions();
    trial.end_plugin();
    const OwnStart start(*trial.entry(), host);
    if (!start.problem().empty())
        return trial.skip("it does not start again, as `starts-again` says");
    const auto* raw = trial.raw_functions();
    for (std::size_t i = 0; raw != nullptr && i < functions.size(); ++i) {
        const OwnObject object(*raw, static_cast<std::int32_t>(i), host);
        work(functions[i], object);
    }
}

void stops_in_time(Trial& trial) {
    const auto host = own_host(COLONNADE_ABI_MINOR, with_deadline);
    with_own_host(trial, host, [&](const dsl::Function& function, const OwnObject& object) {
        if (object.get() != nullptr) must_stop(function, object, trial);
    });
}

// One of ABI 1.0 knows no services, and neither does one that has none to give.
void older_host(Trial& trial) {
    const auto host = own_host(0, no_services);
    with_own_host(trial, host, [&](const dsl::Function& function, const OwnObject& object) {
        const auto tell = [&](const std::string& what) {
            trial.fault(about(function, "with a host of ABI 1.0 " + what));
        };
        if (object.get() == nullptr) {
            const auto problem = problem_of(object.error());
            if (!problem.empty()) tell("no object is made, and " + problem);
            return;
        }
        const auto called = call_own(function, object, trial.inputs(function, {}, RobustnessSeed));
        const bool failed = called.code != COLONNADE_OK;
        if (called.threw) tell(std::string("it ") + ThrewMessage);
        if (failed && !problem_of(called.error).empty())
            tell("it fails, and " + problem_of(called.error));
    });
}

void random_batches(Trial& trial) {
    constexpr std::uint64_t Batches = 1'000;
    for_each_function(trial, [&](const dsl::Function& function, FunctionObject& object) {
        for (std::uint64_t seed = 100; seed < 100 + Batches; ++seed) {
            Chance chance(seed);
            Recipe recipe;
            recipe.rows = 1 + chance.below(40);
            recipe.unknown = chance.share();
            recipe.most_elements = chance.below(20);
            recipe.arguments_of_repeated = 1 + chance.below(4);
            recipe.words = chance.below(40);
            const auto problem =
                call_made(function, object, trial.inputs(function, recipe, seed)).problem;
            if (problem.empty()) continue;
            trial.fault(about(function, fmt::format("batch {} of {} random ones: {}", seed - 99,
                                                    Batches, problem)));
            return;
        }
    });
}

void many_objects(Trial& trial) {
    if (!heap_in_use()) return trial.skip(HeapNotTold);
    constexpr int Warm = 50;
    constexpr int Objects = 5'000;
    // Two bytes each: what a heap needs for itself, and no object that stays.
    constexpr std::size_t MostGrowth = 10'000;
    const auto* functions = trial.functions();
    for (std::size_t i = 0; functions != nullptr && i < functions->size(); ++i) {
        const auto make = [&, index = static_cast<std::int32_t>(i)](int count) {
            std::string problem;
            for (int n = 0; n < count; ++n)
                static_cast<void>(trial.plugin()->make_function(index, problem));
        };
        make(Warm);
        const auto before = *heap_in_use();
        make(Objects);
        const auto after = *heap_in_use();
        if (after > before + MostGrowth) {
            trial.fault(about((*functions)[i],
                              fmt::format("{} objects that were made and destroyed left {} bytes "
                                          "behind",
                                          Objects, after - before)));
        }
    }
}

void objects_side_by_side(Trial& trial) {
    constexpr std::size_t Objects = 16;
    const auto* functions = trial.functions();
    for (std::size_t i = 0; functions != nullptr && i < functions->size(); ++i) {
        const auto& function = (*functions)[i];
        std::vector<std::unique_ptr<FunctionObject>> objects(Objects);
        std::string problem;
        for (auto& object : objects)
            object = trial.plugin()->make_function(static_cast<std::int32_t>(i), problem);
        if (!problem.empty()) {
            if (objects[0] != nullptr)
                trial.fault(about(function, "no further object of it can be made: " + problem));
            continue;
        }
        // Every second one is never called, and they end in another order.
        const auto inputs = trial.inputs(function, {}, RobustnessSeed);
        const auto expected = call_made(function, *objects[1], inputs);
        objects[0].reset();
        for (std::size_t n = 3; n < Objects; n += 2) {
            objects[n - 1].reset();
            const auto called = call_made(function, *objects[n], inputs);
            if (called.problem != expected.problem ||
                first_difference(called.results, expected.results) >= 0) {
                trial.fault(about(
                    function, fmt::format("object {} of {} gives other results", n + 1, Objects)));
                break;
            }
        }
    }
}

constexpr PluginCase RobustnessCases[] = {
    {"robustness", "says-why", "A failure has a code and a message that ends.", says_why},
    {"robustness", "memory-runs-out", "Whichever allocation fails, the call ends with a code.",
     memory_runs_out},
    {"robustness", "stops-in-time",
     "Work on the largest batch ends within 100 ms of being told to stop.", stops_in_time},
    {"robustness", "random-batches", "A thousand random batches are answered.", random_batches},
    {"robustness", "many-objects", "5000 objects come and go, and no memory stays.", many_objects},
    {"robustness", "objects-side-by-side",
     "Objects of one function do not know of each other, called or not.", objects_side_by_side},
    {"robustness", "older-host", "A host of ABI 1.0, without services, is one to work with.",
     older_host},
};

}  // namespace

std::span<const PluginCase> robustness_cases() {
    return RobustnessCases;
}

}  // namespace colonnade::engine
