// SPDX-License-Identifier: Apache-2.0
#include "engine/validate/plugin_case.hpp"

#include <algorithm>
#include <vector>

namespace colonnade::engine {
namespace {

std::vector<PluginCase> all() {
    std::vector<PluginCase> cases;
    for (const auto part : {library_cases, process_cases, descriptor_cases, rules_cases,
                            source_cases, selftest_cases, function_cases, semantics_cases,
                            surroundings_cases, robustness_cases, performance_cases}) {
        const auto more = part();
        cases.insert(cases.end(), more.begin(), more.end());
    }
    return cases;
}

}  // namespace

std::span<const PluginCase> plugin_cases() {
    static const auto cases = all();
    return cases;
}

const PluginCase* plugin_case(std::string_view id) {
    const auto cases = plugin_cases();
    const auto found = std::find_if(cases.begin(), cases.end(),
                                    [&](const PluginCase& one) { return one.id == id; });
    return found == cases.end() ? nullptr : &*found;
}

}  // namespace colonnade::engine
