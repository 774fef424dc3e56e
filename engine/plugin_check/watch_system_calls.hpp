// SPDX-License-Identifier: Apache-2.0
// A process that checks a plugin gives up, for good, what no plugin may do: writing files, the
// network, other programs. What is tried all the same fails, and is noted if somebody wants to
// know.
#pragma once

#include <string>
#include <vector>

namespace colonnade::engine {

// Calls that fail are not noted. False where this system has no filter for calls.
[[nodiscard]] bool forbid_system_calls();
// Notes them, and what else is not needed to load a library: opening files that are none, threads.
[[nodiscard]] bool watch_system_calls();
// What was tried since then, as names of calls with the file where there is one.
[[nodiscard]] std::vector<std::string> watched_system_calls();

}  // namespace colonnade::engine
