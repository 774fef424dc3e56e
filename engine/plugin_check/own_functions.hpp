// SPDX-License-Identifier: Apache-2.0
// Functions of the C library that this program has its own of, so that a plugin in it meets a
// malloc that fails and a clock that is wrong when a case wants it.
#pragma once

#include "engine/validate/powers.hpp"

namespace colonnade::engine {

// The powers that come from them.
[[nodiscard]] Powers own_functions();

}  // namespace colonnade::engine
