// SPDX-License-Identifier: Apache-2.0
// Semantics, second part: the clock, the locale and the rounding mode of the process are nothing
// that a result depends on, and nothing that a plugin changes.
#include <fmt/format.h>

#include <array>
#include <cfenv>
#include <clocale>

#include "engine/validate/call_made.hpp"
#include "engine/validate/plugin_case.hpp"

namespace colonnade::engine {
namespace {

constexpr std::uint64_t SurroundingsSeed = 3;
constexpr std::int64_t FiveYears = 5 * 31'556'952;

// Calls each function, changes the surroundings, calls again, and restores them.
template <class Change, class Restore>
void must_not_matter(Trial& trial, const char* what, const Change& change, const Restore& restore) {
    for_each_function(trial, [&](const dsl::Function& function, FunctionObject& object) {
        const auto inputs = trial.inputs(function, {.rows = 200}, SurroundingsSeed);
        const auto before = call_made(function, object, inputs);
        change();
        const auto after = call_made(function, object, inputs);
        restore();
        if (!before.problem.empty()) return;
        const auto row = first_difference(before.results, after.results);
        if (!after.problem.empty() || row >= 0) {
            trial.fault(about(
                function,
                after.problem.empty()
                    ? fmt::format("row {} gave {}, and {} {}", row,
                                  result_text(before.results, static_cast<std::size_t>(row)),
                                  result_text(after.results, static_cast<std::size_t>(row)), what)
                    : fmt::format("it failed {}: {}", what, after.problem)));
        }
    });
}

void clock(Trial& trial) {
    const auto* powers = trial.place().powers;
    if (powers == nullptr) return trial.skip("it needs a process of its own");
    must_not_matter(
        trial, "with a clock that is five years ahead", [&] { powers->move_clock(FiveYears); },
        [&] { powers->move_clock(0); });
}

// The first of these that the machine has. In German 1.5 is written 1,5; the last one at least has
// other letters than the locale that a program starts in.
const char* other_locale() {
    for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "C.UTF-8"}) {
        const bool is_here = std::setlocale(LC_ALL, name) != nullptr;
        std::setlocale(LC_ALL, "C");
        if (is_here) return name;
    }
    return nullptr;
}

void locale(Trial& trial) {
    const char* other = other_locale();
    if (other == nullptr) return trial.skip("this machine has no other locale");
    const auto what = fmt::format("in the locale {}", other);
    must_not_matter(
        trial, what.c_str(), [&] { std::setlocale(LC_ALL, other); },
        [] { std::setlocale(LC_ALL, "C"); });
}

void rounding(Trial& trial) {
    for_each_function(trial, [&](const dsl::Function& function, FunctionObject& object) {
        const auto inputs = trial.inputs(function, {}, SurroundingsSeed);
        for (const int mode : {FE_TONEAREST, FE_UPWARD, FE_TOWARDZERO}) {
            std::fesetround(mode);
            static_cast<void>(call_made(function, object, inputs));
            const int left = std::fegetround();
            std::fesetround(FE_TONEAREST);
            if (left == mode) continue;
            trial.fault(about(function, "it left another rounding mode behind"));
            return;
        }
    });
}

constexpr PluginCase SurroundingsCases[] = {
    {"semantics", "as-of-is-now", "Time comes from `as_of`, whatever the clock says.", clock},
    {"semantics", "locale", "Results are the same in every locale.", locale},
    {"semantics", "rounding-mode", "The rounding mode is left as it was found.", rounding},
};

}  // namespace

std::span<const PluginCase> surroundings_cases() {
    return SurroundingsCases;
}

}  // namespace colonnade::engine
