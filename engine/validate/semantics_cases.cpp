// SPDX-License-Identifier: Apache-2.0
// Semantics: the same input gives the same bits, whatever is beside it, before it and around it.
// Where a call has no results another case says so.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <thread>

#include "engine/validate/call_made.hpp"
#include "engine/validate/chance.hpp"
#include "engine/validate/digest.hpp"
#include "engine/validate/plugin_case.hpp"

namespace colonnade::engine {
namespace {

constexpr std::uint64_t SemanticsSeed = 2;
constexpr std::size_t SemanticsRows = 300;

std::vector<std::size_t> rows_between(std::size_t begin, std::size_t end) {
    std::vector<std::size_t> rows(end - begin);
    std::iota(rows.begin(), rows.end(), begin);
    return rows;
}

// Faults where row i of `b` is not that of `a`. `when` follows on "row 3 gave 1, and 2".
void must_equal(const dsl::Function& function, const MadeCall& a, const MadeCall& b,
                const std::string& when, Trial& trial) {
    if (!a.problem.empty()) return;
    if (!b.problem.empty()) {
        trial.fault(about(function, fmt::format("it failed {}: {}", when, b.problem)));
        return;
    }
    const auto found = first_difference(a.results, b.results);
    if (found < 0) return;
    const auto row = static_cast<std::size_t>(found);
    trial.fault(
        about(function, fmt::format("row {} gave {}, and {} {}", row, result_text(a.results, row),
                                    result_text(b.results, row), when)));
}

MadeCall in_parts(const dsl::Function& function, FunctionObject& object, const Inputs& inputs,
                  std::size_t first) {
    auto joined = call_made(function, object, inputs.picked(rows_between(0, first)));
    const auto second =
        call_made(function, object, inputs.picked(rows_between(first, SemanticsRows)));
    if (joined.problem.empty()) joined.problem = second.problem;
    auto& to = joined.results;
    to.value.insert(to.value.end(), second.results.value.begin(), second.results.value.end());
    to.known.insert(to.known.end(), second.results.known.begin(), second.results.known.end());
    return joined;
}

void split(Trial& trial) {
    for_each_function(trial, [&](const dsl::Function& function, FunctionObject& object) {
        const auto inputs = trial.inputs(function, {.rows = SemanticsRows}, SemanticsSeed);
        const auto whole = call_made(function, object, inputs);
        for (const std::size_t first : {1U, 64U, 150U, 299U}) {
            const auto parts = in_parts(function, object, inputs, first);
            const auto when =
                fmt::format("in a batch of {} rows and one of {}", first, SemanticsRows - first);
            must_equal(function, whole, parts, when, trial);
            if (first_difference(whole.results, parts.results) >= 0) return;
        }
    });
}

std::vector<std::size_t> shuffled() {
    auto order = rows_between(0, SemanticsRows);
    Chance chance(SemanticsSeed);
    for (std::size_t i = SemanticsRows - 1; i > 0; --i)
        std::swap(order[i], order[chance.below(i + 1)]);
    return order;
}

void permutation(Trial& trial) {
    const auto order = shuffled();
    for_each_function(trial, [&](const dsl::Function& function, FunctionObject& object) {
        const auto inputs = trial.inputs(function, {.rows = SemanticsRows}, SemanticsSeed);
        const auto straight = call_made(function, object, inputs);
        const auto mixed = call_made(function, object, inputs.picked(order));
        MadeCall back{straight.results, mixed.problem};
        for (std::size_t i = 0; i < SemanticsRows; ++i) {
            back.results.value[order[i]] = mixed.results.value[i];
            back.results.known[order[i]] = mixed.results.known[i];
        }
        must_equal(function, straight, back, "where rows stand in another order", trial);
    });
}

void repetition(Trial& trial) {
    for_each_function(trial, [&](const dsl::Function& function, FunctionObject& object) {
        const auto inputs = trial.inputs(function, {.rows = SemanticsRows}, SemanticsSeed);
        const auto other = trial.inputs(function, {.rows = 40}, SemanticsSeed + 1);
        const auto once = call_made(function, object, inputs);
        static_cast<void>(call_made(function, object, other));
        must_equal(function, once, call_made(function, object, inputs), "in the next call", trial);
    });
}

// Calls again and again; keeps the first that differs.
void call_often(const dsl::Function& function, FunctionObject& object, const Inputs& inputs,
                const MadeCall& expected, MadeCall& last) {
    constexpr int Calls = 100;
    for (int i = 0; i < Calls; ++i) {
        last = call_made(function, object, inputs);
        if (!last.problem.empty() || first_difference(expected.results, last.results) >= 0) return;
    }
}

void two_threads(Trial& trial) {
    for_each_function(trial, [&](const dsl::Function& function, FunctionObject& object) {
        std::string problem;
        const auto index = static_cast<std::int32_t>(&function - trial.functions()->data());
        const auto second = trial.plugin()->make_function(index, problem);
        // `objects-side-by-side` speaks of that.
        if (second == nullptr) return;
        const auto inputs = trial.inputs(function, {.rows = SemanticsRows}, SemanticsSeed);
        const auto others = trial.inputs(function, {.rows = SemanticsRows}, SemanticsSeed + 1);
        const auto expected = call_made(function, object, inputs);
        const auto expected_other = call_made(function, object, others);
        MadeCall here;
        MadeCall there;
        std::thread thread([&] { call_often(function, *second, others, expected_other, there); });
        call_often(function, object, inputs, expected, here);
        thread.join();
        const auto when = "while another object of it works in another thread";
        must_equal(function, expected, here, when, trial);
        if (first_difference(expected.results, here.results) < 0)
            must_equal(function, expected_other, there, when, trial);
    });
}

void another_process(Trial& trial) {
    if (trial.place().powers == nullptr) return trial.skip("it needs a process of its own");
    std::string notes;
    for_each_function(trial, [&](const dsl::Function& function, FunctionObject& object) {
        const auto called = call_made(
            function, object, trial.inputs(function, {.rows = SemanticsRows}, SemanticsSeed));
        if (!called.problem.empty()) return;
        Digest digest;
        digest.add_all(called.results.value);
        digest.add_all(called.results.known);
        notes += fmt::format("function `{}`: {:016x}\n", function.name, digest.value());
    });
    trial.note(std::move(notes));
}

void under_unknown(Trial& trial) {
    for_each_function(trial, [&](const dsl::Function& function, FunctionObject& object) {
        auto inputs =
            trial.inputs(function, {.rows = SemanticsRows, .unknown = 0.5}, SemanticsSeed);
        const auto before = call_made(function, object, inputs);
        inputs.scribble_under_unknown();
        must_equal(function, before, call_made(function, object, inputs),
                   "where other bytes lie under what is unknown", trial);
    });
}

void order_of_categories(Trial& trial) {
    for_each_function(trial, [&](const dsl::Function& function, FunctionObject& object) {
        auto inputs = trial.inputs(function, {.rows = SemanticsRows}, SemanticsSeed);
        const auto before = call_made(function, object, inputs);
        inputs.reverse_categories();
        must_equal(function, before, call_made(function, object, inputs),
                   "where a category lists its values the other way round", trial);
    });
}

constexpr PluginCase SemanticsCases[] = {
    {"semantics", "split-batches", "A batch cut in two gives the same bits.", split},
    {"semantics", "order-of-rows", "Rows in another order give the same bits.", permutation},
    {"semantics", "repeated-call", "A call leaves nothing behind that the next one sees.",
     repetition},
    {"semantics", "two-threads", "Two objects of a function work at once, each as if alone.",
     two_threads},
    {"semantics", "another-process",
     "Two processes with other addresses, folders and environments give the same bits.",
     another_process, false, true},
    {"semantics", "under-unknown", "What lies under an unknown value is not looked at.",
     under_unknown},
    {"semantics", "order-of-categories",
     "A category's value is found by its name; schemas list them in an order of their own.",
     order_of_categories},
};

}  // namespace

std::span<const PluginCase> semantics_cases() {
    return SemanticsCases;
}

}  // namespace colonnade::engine
