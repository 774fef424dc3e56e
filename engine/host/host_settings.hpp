// SPDX-License-Identifier: Apache-2.0
// What a run tells its plugins, wherever they run.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace colonnade::engine {

struct LogEntry {
    std::string plugin;
    bool is_warning = false;
    std::string message;  // safe to print
};
// Called on any thread, for one plugin never twice at once.
using LogSink = std::function<void(const LogEntry&)>;

// What a run tells its plugins, and where they may speak.
struct HostSettings {
    std::string version;
    LogSink log = {};
    // After which a call is asked to stop; nothing: never.
    std::optional<std::chrono::milliseconds> call_time = {};
};

}  // namespace colonnade::engine
