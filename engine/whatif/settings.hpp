// SPDX-License-Identifier: Apache-2.0
// What somebody supposes to be otherwise: `weekly_posts=2 per week`, `photo=true`. A supposed fact
// takes the place of what the data says; a supposed define or measure is held in the program, and
// everything that uses it follows.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "dsl/text/diagnostic.hpp"
#include "engine/evaluate/evaluator.hpp"
#include "engine/load/load_rulebook.hpp"
#include "engine/read/answers.hpp"

namespace colonnade::engine {

struct Setting {
    std::string name;    // a fact, a define or `pillar.rule`
    std::string value;   // as it was written
    bool counts = true;  // some rule, condition or caution looks at it
};

struct Settings {
    std::vector<Setting> all;
    Answers facts;
    std::vector<Override> held;  // defines and measures
};

// One `NAME=VALUE` as its two parts.
struct SettingText {
    std::string name;
    std::string value;
};

// Reports every name that cannot be set and every value that does not fit.
[[nodiscard]] Settings read_settings(std::span<const SettingText> texts,
                                     const LoadedRulebook& loaded, dsl::Diagnostics& diagnostics);

}  // namespace colonnade::engine
