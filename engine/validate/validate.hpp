// SPDX-License-Identifier: Apache-2.0
// Runs cases on a plugin, each in a process of its own with a limit of time, so that a plugin that
// crashes or hangs costs that case only.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <span>
#include <vector>

#include "engine/validate/plugin_case.hpp"
#include "engine/validate/verdict.hpp"

namespace colonnade::engine {

// The slowest case takes some seconds under sanitizers on a busy machine.
inline constexpr std::chrono::seconds CaseTime{45};

struct ValidateSettings {
    std::filesystem::path program;  // `colonnade-plugin-check`; empty: in this process
    std::vector<std::filesystem::path> rule_folders;
    std::chrono::milliseconds time = CaseTime;
};

struct CheckedCase {
    const PluginCase* one = nullptr;
    PluginOutcome outcome;
};

// False with a reason, which follows on the file's name, where it is no plugin at all. Nothing of
// it is run.
[[nodiscard]] bool is_plugin_file(const std::filesystem::path& file, std::string& problem);

[[nodiscard]] std::vector<CheckedCase> validate(const std::filesystem::path& file,
                                                std::span<const PluginCase* const> cases,
                                                const ValidateSettings& settings);

}  // namespace colonnade::engine
