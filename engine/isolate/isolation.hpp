// SPDX-License-Identifier: Apache-2.0
// How plugins are kept apart from the program: what runs them, and how long each may take.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>

#include "engine/host/services.hpp"

namespace colonnade::engine {

// Real plugins answer in a thousandth of these; a machine under load may take long.
struct TimeLimits {
    // Loading and `init`.
    std::chrono::milliseconds start{5'000};
    // Describing itself, making a function.
    std::chrono::milliseconds answer{5'000};
    // One call, and what each of its rows adds: 65,536 rows may take 8.5 s.
    std::chrono::milliseconds call{2'000};
    std::chrono::microseconds row{100};
    // Opening or reading foreign data: the next document is often the whole archive.
    std::chrono::milliseconds source{60'000};
    // `deinit`. Nobody waits for what comes of it.
    std::chrono::milliseconds stop{500};
};

struct Isolation {
    // The program `colonnade-plugin-host`.
    std::filesystem::path program;
    HostSettings host;
    TimeLimits limits = {};
};

// After so many a plugin is not asked any more in this run: one is an accident, and each costs a
// new process and a search for the row.
inline constexpr int MostIncidents = 3;

}  // namespace colonnade::engine
