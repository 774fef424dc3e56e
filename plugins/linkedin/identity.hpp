// SPDX-License-Identifier: Apache-2.0
// The id of a profile: the same for two exports of one person, and no name.
#pragma once

#include <string>
#include <string_view>

#include "facts.hpp"

namespace colonnade::linkedin {

// The name of the archive or folder where a person gave it one; where LinkedIn did, 12 hex digits
// that stand for the owner's profile link, or else for what only this account has.
[[nodiscard]] std::string find_id(std::string_view archive_name, const Facts& facts);

}  // namespace colonnade::linkedin
