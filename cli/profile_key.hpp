// SPDX-License-Identifier: Apache-2.0
// What tells a profile document in JSON from what else may come as JSON.
#pragma once

#include <string_view>

namespace colonnade::cli {

// Whether a key that begins a profile document (`profile`, `id` or `as_of`) stands at the top of
// the object that `text` begins with, wherever in its first 16 KiB. Then no source need be asked
// whether the data is its own, which would start every plugin that may read data. An object without
// any of these may be anybody's: a member snapshot, or the export of a network that some plugin
// knows.
[[nodiscard]] bool has_profile_key(std::string_view text);

}  // namespace colonnade::cli
