// SPDX-License-Identifier: Apache-2.0
// Earlier results to compare with: what `score --format json` wrote for one person, or a line for
// each of several.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "dsl/rulebook/rulebook.hpp"

namespace colonnade::cli {

// Of each profile, by its id, the total, where there was one.
using Baseline = std::map<std::string, std::optional<double>, std::less<>>;

// Nothing where it cannot be read, holds no results, or those of another rulebook, which has been
// said. Another edition of the rulebook is compared with, and said.
[[nodiscard]] std::optional<Baseline> read_baseline(const std::string& path,
                                                    const dsl::Rulebook& rulebook,
                                                    const std::string& sha256);

}  // namespace colonnade::cli
