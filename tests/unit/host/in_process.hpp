// SPDX-License-Identifier: Apache-2.0
// Test plugins started in this process, with what they say to the host.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/host/in_process.hpp"
#include "tests/unit/host/calls.hpp"

namespace colonnade::tests {

// Keeps what plugins say.
struct Log {
    std::vector<engine::LogEntry> entries;
    [[nodiscard]] engine::HostSettings settings();
};

// Throws the refusal.
[[nodiscard]] std::shared_ptr<const engine::Plugin> start_plugin(
    const std::string& id, const engine::HostSettings& settings = {"0.1.0"});

// One function of a plugin, called once with one text a row.
[[nodiscard]] Called call_with_texts(const std::shared_ptr<const engine::Plugin>& plugin,
                                     const std::string& function,
                                     const std::vector<MaybeText>& rows);

}  // namespace colonnade::tests
