// SPDX-License-Identifier: Apache-2.0
// Who belongs to a cohort and by which fact its groups are made, from the command line.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "cli/session.hpp"

namespace colonnade::cli {

// Index of the fact, -1 for an empty name. Nothing where groups cannot be made by it, which has
// been said.
[[nodiscard]] std::optional<int> group_fact(const dsl::Catalogue& catalogue,
                                            const std::string& name);

// From then on readers take it in, whether rules need it or not.
void need_fact(Session& session, int fact);

// Ids of profiles, one on each line of the file. Nothing where it cannot be read, which has been
// said.
[[nodiscard]] std::optional<std::set<std::string, std::less<>>> read_ids(const std::string& path);

}  // namespace colonnade::cli
