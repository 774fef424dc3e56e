// SPDX-License-Identifier: Apache-2.0
// What only a process of its own can do to the plugin in it: a malloc that fails, a clock that is
// wrong, calls to the system that are seen. The program that runs a single case brings them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace colonnade::engine {

struct Powers {
    // The allocation that is the `nth` from here fails, once; 0: none does. Null under sanitizers,
    // whose memory is their own.
    void (*fail_allocation)(std::uint64_t nth) = nullptr;
    // Allocations of the process so far; null under sanitizers.
    std::uint64_t (*allocations)() = nullptr;
    // All clocks of the calendar go wrong by so much.
    void (*move_clock)(std::int64_t seconds) = nullptr;
    // The process gives up, for good, what no plugin may do. False where the system has no filter
    // for calls.
    bool (*forbid_system_calls)() = nullptr;
    // The same, and notes what is tried; not after the other one.
    bool (*watch_system_calls)() = nullptr;
    std::vector<std::string> (*watched_system_calls)() = nullptr;
};

}  // namespace colonnade::engine
