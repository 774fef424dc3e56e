// SPDX-License-Identifier: Apache-2.0
// A single case on a single plugin, in this process.
#pragma once

#include <string>

#include "engine/validate/plugin_case.hpp"
#include "engine/validate/trial.hpp"

namespace colonnade::engine {

struct CaseRun {
    PluginOutcome outcome;
    std::string evidence;  // of a case that runs twice
};

[[nodiscard]] CaseRun run_case(const PluginCase& one, const TrialPlace& place);

// The same in a process that exists for it, whose arguments are `CASE FILE FOLDER…`: gives up
// what no plugin may do, runs the case, and writes what came out to `ResultDescriptor`. Returns the
// process's exit code.
inline constexpr int ResultDescriptor = 3;
[[nodiscard]] int check_main(int argc, char** argv, const Powers& powers);

// What is written there and read on the other side.
[[nodiscard]] std::string packed(const CaseRun& run);
// False where it is not what `packed` gives.
[[nodiscard]] bool unpack(const std::string& bytes, CaseRun& run);

}  // namespace colonnade::engine
