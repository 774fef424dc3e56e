// SPDX-License-Identifier: Apache-2.0
// Rulebooks of any size, made for measuring: rules as advisers write them, in two languages, each
// with a measure, a curve, a tip and a reason; no two measure quite the same.
#pragma once

#include <cstddef>
#include <string>

namespace colonnade::bench {

// A rulebook for the schema `social-profile` without plugins, in pillars of a hundred rules.
[[nodiscard]] std::string make_rulebook(std::size_t rules);

}  // namespace colonnade::bench
