// SPDX-License-Identifier: Apache-2.0
// Functions: whatever conforms to their description, they answer or leave unknown. A failure of the
// whole batch is none of both, since one profile would take the others with it.
#include <fmt/format.h>

#include "engine/validate/call_made.hpp"
#include "engine/validate/plugin_case.hpp"

namespace colonnade::engine {
namespace {

constexpr std::uint64_t FunctionSeed = 1;
// One of these in a list is far above what anybody has done.
constexpr std::size_t LongListElements = 1'000'000;
constexpr const char* WroteBeyond = "wrote beyond its results";

void must_answer(const dsl::Function& function, FunctionObject& object, const Inputs& inputs,
                 const std::string& given, Trial& trial) {
    const auto called = call_made(function, object, inputs);
    // Of this another case speaks, whose sentence is about nothing else.
    if (called.problem.empty() || called.problem == WroteBeyond) return;
    trial.fault(about(function, fmt::format("{}: {}", given, called.problem)));
}

void must_answer(const Recipe& recipe, const std::string& given, Trial& trial) {
    for_each_function(trial, [&](const dsl::Function& function, FunctionObject& object) {
        must_answer(function, object, trial.inputs(function, recipe, FunctionSeed), given, trial);
    });
}

void rows_of(Trial& trial, std::initializer_list<std::size_t> sizes) {
    for (const auto rows : sizes)
        must_answer({.rows = rows}, fmt::format("given {} {}", rows, rows == 1 ? "row" : "rows"),
                    trial);
}

void no_rows(Trial& trial) {
    rows_of(trial, {0});
}
void one_row(Trial& trial) {
    rows_of(trial, {1});
}
void odd_sizes(Trial& trial) {
    rows_of(trial, {7, 8, 9, 63, 64, 65, 4095});
}

void most_rows(Trial& trial) {
    must_answer({.rows = MostBatchRows, .most_elements = 2},
                fmt::format("given {} rows", MostBatchRows), trial);
}

void all_unknown(Trial& trial) {
    must_answer({.unknown = 1}, "given nothing but unknown values", trial);
}

void all_known(Trial& trial) {
    must_answer({.unknown = 0}, "given no unknown value", trial);
}

// The host gives validity bits always; the contract lets it leave them out.
void without_bits(colonnade_column& column) {
    column.validity = nullptr;
    for (std::int32_t i = 0; i < column.child_count; ++i) {
        // Views of this call, made by `Arguments` and constant to plugins only.
        without_bits(const_cast<colonnade_column&>(*column.children[i]));
    }
}

void no_validity(Trial& trial) {
    for_each_function(trial, [&](const dsl::Function& function, FunctionObject& object) {
        const auto inputs = trial.inputs(function, {.unknown = 0}, FunctionSeed);
        const auto expected = call_made(function, object, inputs);
        if (!expected.problem.empty()) return;
        const auto without = call_made(function, object, inputs, [](const colonnade_batch& batch) {
            for (std::int32_t i = 0; i < batch.argument_count; ++i)
                without_bits(const_cast<colonnade_column&>(*batch.arguments[i]));
        });
        const auto row = first_difference(expected.results, without.results);
        if (!without.problem.empty()) {
            trial.fault(about(function, "given columns without validity bits: " + without.problem));
        } else if (row >= 0) {
            trial.fault(about(
                function, fmt::format("row {} is another where validity bits are left out", row)));
        }
    });
}

void empty_lists(Trial& trial) {
    must_answer({.unknown = 0, .most_elements = 0}, "given empty lists", trial);
}

void long_list(Trial& trial) {
    must_answer({.rows = 2, .unknown = 0, .first_elements = LongListElements},
                fmt::format("given a list of {} elements", LongListElements), trial);
}

void long_text(Trial& trial) {
    must_answer({.rows = 2,
                 .unknown = 0,
                 .most_elements = 1,
                 .first_elements = 1,
                 .texts = Recipe::Texts::Long},
                "given a text of 10 MiB", trial);
}

void nul_in_text(Trial& trial) {
    must_answer({.texts = Recipe::Texts::WithNul}, "given texts with a NUL inside", trial);
}

void unusual_text(Trial& trial) {
    must_answer({.texts = Recipe::Texts::Unusual}, "given texts of unusual characters", trial);
}

void extreme_moments(Trial& trial) {
    must_answer({.rows = 256, .moments = Recipe::Moments::Extreme}, "given moments of all ages",
                trial);
}

void extreme_numbers(Trial& trial) {
    must_answer({.rows = 256, .numbers = Recipe::Numbers::Extreme}, "given numbers at their ends",
                trial);
}

void no_words(Trial& trial) {
    must_answer({.words = 0}, "given an empty word list", trial);
}

void many_words(Trial& trial) {
    must_answer({.rows = 8, .words = 5'000}, "given a word list of 5000 entries", trial);
}

void repeated_arguments(Trial& trial) {
    bool any = false;
    for_each_function(trial, [&](const dsl::Function& function, FunctionObject& object) {
        if (function.parameters.empty() || !function.parameters.back().repeated) return;
        any = true;
        for (const std::size_t count : {1U, 3U, 16U}) {
            const auto inputs =
                trial.inputs(function, {.arguments_of_repeated = count}, FunctionSeed);
            must_answer(function, object, inputs,
                        fmt::format("given {} arguments for the parameter that repeats", count),
                        trial);
        }
    });
    if (!any) trial.skip("no parameter repeats");
}

void writes_inside(Trial& trial) {
    for_each_function(trial, [&](const dsl::Function& function, FunctionObject& object) {
        for (const std::size_t rows : {1U, 3U, 8U, 61U, 64U}) {
            const auto inputs = trial.inputs(function, {.rows = rows}, FunctionSeed);
            if (call_made(function, object, inputs).problem != WroteBeyond) continue;
            return trial.fault(about(
                function,
                fmt::format("in a batch of {}: it wrote values or bits behind the last", rows)));
        }
    });
}

void inputs_unchanged(Trial& trial) {
    for_each_function(trial, [&](const dsl::Function& function, FunctionObject& object) {
        const auto inputs = trial.inputs(function, {}, FunctionSeed);
        const auto before = inputs.digest();
        static_cast<void>(call_made(function, object, inputs));
        if (inputs.digest() != before) trial.fault(about(function, "it wrote into its arguments"));
    });
}

void makes_objects(Trial& trial) {
    const auto* functions = trial.functions();
    for (std::size_t i = 0; functions != nullptr && i < functions->size(); ++i) {
        std::string problem;
        if (trial.plugin()->make_function(static_cast<std::int32_t>(i), problem) == nullptr)
            trial.fault(about((*functions)[i], "no object of it can be made: " + problem));
    }
}

constexpr PluginCase FunctionCases[] = {
    {"functions", "makes-objects", "`create` gives an object for each function.", makes_objects},
    {"functions", "no-rows", "A batch without rows is no failure.", no_rows},
    {"functions", "one-row", "A batch may have a single row.", one_row},
    {"functions", "odd-sizes", "The number of rows need not be a multiple of 8 or 64.", odd_sizes},
    {"functions", "most-rows", "The largest batch, 65536 rows, is answered.", most_rows},
    {"functions", "all-unknown", "Where everything is unknown, nothing fails.", all_unknown},
    {"functions", "all-known", "Where everything is known, nothing fails.", all_known},
    {"functions", "no-validity-bits",
     "Columns without validity bits are columns where all is known.", no_validity},
    {"functions", "empty-lists", "A list may have no element.", empty_lists},
    {"functions", "long-list", "A list may have a million elements.", long_list},
    {"functions", "long-text", "A text may have ten million bytes.", long_text},
    {"functions", "nul-in-text", "A text ends where its size says, not at a NUL.", nul_in_text},
    {"functions", "unusual-text", "A text may hold any character of Unicode, or none.",
     unusual_text},
    {"functions", "extreme-moments", "Moments may lie anywhere in what 64 bits hold.",
     extreme_moments},
    {"functions", "extreme-numbers", "Numbers may be any finite ones.", extreme_numbers},
    {"functions", "empty-word-list", "A word list may be empty.", no_words},
    {"functions", "many-words", "A word list may have 5000 entries.", many_words},
    {"functions", "repeated-arguments", "A parameter that repeats takes one argument and many.",
     repeated_arguments},
    {"functions", "writes-inside", "Results and their bits are written for the rows there are.",
     writes_inside},
    {"functions", "inputs-unchanged", "Arguments are read, never written.", inputs_unchanged},
};

}  // namespace

std::span<const PluginCase> function_cases() {
    return FunctionCases;
}

}  // namespace colonnade::engine
