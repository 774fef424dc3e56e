// SPDX-License-Identifier: Apache-2.0
// Everything that decides what stands in a table, besides the lines it is made of.
#pragma once

#include <map>
#include <string>

#include "cli/session.hpp"
#include "cli/table/writer.hpp"

namespace colonnade::cli {

using RunKey = std::map<std::string, std::string>;

// The program, the rulebook, the plugins, what was stated and asked for; files by their digest.
[[nodiscard]] RunKey run_key(const Session& session, const Table& table, const std::string& data);

}  // namespace colonnade::cli
