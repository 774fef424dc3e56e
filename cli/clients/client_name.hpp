// SPDX-License-Identifier: Apache-2.0
// The name that a person's files have in a folder of clients, made of the id of the profile, which
// may be anything.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace colonnade::cli {

// With an ending, and what stands beside it while it is written, a name fits every file system.
inline constexpr std::size_t MostClientNameBytes = 120;

// The id where that can be a file's name everywhere; else what can be kept of it and eight digits
// of its SHA-256, so that different ids have different names.
[[nodiscard]] std::string client_name(std::string_view id);

// Equal for names that some file system takes for one: it has no regard for upper and lower case.
[[nodiscard]] std::string same_name_key(std::string_view name);

}  // namespace colonnade::cli
