// SPDX-License-Identifier: Apache-2.0
// What the host does for a plugin in this process: it is asked by id for a log, a deadline, memory
// and patterns. What belongs to one call lives as long as a `ServedCall` around it.
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "colonnade/plugin.h"
#include "engine/host/arena.hpp"
#include "engine/host/deadline.hpp"
#include "engine/host/host_settings.hpp"

namespace colonnade::engine {

// A message is a line or two for whoever runs the program.
inline constexpr std::size_t MostLogBytes = 1024;
// From one plugin between its `init` and its `deinit`; more is noise, or an attempt to fill a disk.
inline constexpr int MostLogMessages = 100;

class Services {
public:
    Services(std::string plugin, HostSettings settings);
    Services(const Services&) = delete;
    Services& operator=(const Services&) = delete;

    // What `init` is given; lives as long as the services.
    [[nodiscard]] const colonnade_host& host() const { return host_; }
    [[nodiscard]] const HostSettings& settings() const { return settings_; }

    void log(bool is_warning, std::string_view message);

private:
    std::string plugin_;
    HostSettings settings_;
    colonnade_host host_{};
    std::mutex log_mutex_;
    int logged_ = 0;
};

// One `call`, `next` or `report` of a plugin, on this thread, until the end of the object's life.
class ServedCall {
public:
    explicit ServedCall(const Services& services);
    ~ServedCall();
    ServedCall(const ServedCall&) = delete;
    ServedCall& operator=(const ServedCall&) = delete;

    // The innermost of this thread, or null.
    [[nodiscard]] static ServedCall* current();

    [[nodiscard]] bool should_stop() const { return deadline_ && deadline_->passed(); }
    [[nodiscard]] Arena& arena() { return arena_; }

private:
    std::optional<Deadline> deadline_;
    Arena arena_;
    ServedCall* outer_;
};

}  // namespace colonnade::engine
