// SPDX-License-Identifier: Apache-2.0
// The cases that a plugin is checked against, as data: what `--list` prints is what runs.
#pragma once

#include <span>
#include <string_view>

namespace colonnade::engine {

class Trial;

struct PluginCase {
    std::string_view group;
    std::string_view id;     // unique, kebab-case
    std::string_view wants;  // one sentence
    void (*run)(Trial& trial);
    // What it finds is a matter of taste or of the machine, and keeps no plugin from being valid.
    bool only_warns = false;
    // Run in two processes that have nothing in common; what they note must be the same.
    bool runs_twice = false;
};

// In the order in which they run.
[[nodiscard]] std::span<const PluginCase> plugin_cases();
// Null where there is none.
[[nodiscard]] const PluginCase* plugin_case(std::string_view id);

// The parts of `plugin_cases`, one per group and file.
[[nodiscard]] std::span<const PluginCase> library_cases();
[[nodiscard]] std::span<const PluginCase> process_cases();
[[nodiscard]] std::span<const PluginCase> descriptor_cases();
[[nodiscard]] std::span<const PluginCase> rules_cases();
[[nodiscard]] std::span<const PluginCase> source_cases();
[[nodiscard]] std::span<const PluginCase> selftest_cases();
[[nodiscard]] std::span<const PluginCase> function_cases();
[[nodiscard]] std::span<const PluginCase> semantics_cases();
[[nodiscard]] std::span<const PluginCase> surroundings_cases();
[[nodiscard]] std::span<const PluginCase> robustness_cases();
[[nodiscard]] std::span<const PluginCase> performance_cases();

}  // namespace colonnade::engine
