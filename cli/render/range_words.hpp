// SPDX-License-Identifier: Apache-2.0
// How a range that is open on one side is said. Internal to rendering.
#pragma once

#include "engine/phrase/wording.hpp"

namespace colonnade::cli {

inline constexpr engine::Wording OrMore{"{0} oder mehr", "{0} or more"};
inline constexpr engine::Wording OrLess{"{0} oder weniger", "{0} or less"};

}  // namespace colonnade::cli
