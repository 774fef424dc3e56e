// SPDX-License-Identifier: Apache-2.0
// Who could have put a plugin's file where it lies: only what root or the caller put there is run.
#pragma once

#include "engine/host/find_library.hpp"

namespace colonnade::engine {

// False with the command that helps in `refusal` where others may write the file or its folder, or
// own one of them. What came with the program may belong to anybody.
[[nodiscard]] bool is_only_ours(const FoundLibrary& library, Refusal& refusal);

}  // namespace colonnade::engine
