// SPDX-License-Identifier: Apache-2.0
// What the cases found in plugins: for a terminal of 80 columns, for a build server (JUnit's XML),
// for programs; and the cases themselves.
#pragma once

#include <string>
#include <vector>

#include "cli/render/text.hpp"
#include "engine/validate/validate.hpp"

namespace colonnade::cli {

struct CheckedPlugin {
    std::string file;  // as the person named it
    std::string id;
    std::vector<engine::CheckedCase> cases;

    [[nodiscard]] std::size_t count(engine::Verdict verdict) const;
    // Failed, crashed, timed out.
    [[nodiscard]] std::size_t bad() const;
};

// With `details` the cases that passed or did not apply, too.
[[nodiscard]] std::string render_plugin_check(const std::vector<CheckedPlugin>& plugins,
                                              bool details, TextStyle style);
[[nodiscard]] std::string render_plugin_check_junit(const std::vector<CheckedPlugin>& plugins);
[[nodiscard]] std::string render_plugin_check_json(const std::vector<CheckedPlugin>& plugins);

[[nodiscard]] std::string render_plugin_cases(const std::vector<const engine::PluginCase*>& cases);
[[nodiscard]] std::string render_plugin_cases_json(
    const std::vector<const engine::PluginCase*>& cases);

}  // namespace colonnade::cli
