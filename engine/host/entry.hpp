// SPDX-License-Identifier: Apache-2.0
// The first look at a plugin's entry: size and ABI version before anything else is touched.
#pragma once

#include <string>

#include "colonnade/plugin.h"
#include "engine/host/refusal.hpp"

namespace colonnade::engine {

// `id` is the name of the library's file.
[[nodiscard]] bool check_entry(const colonnade_plugin& entry, const std::string& id,
                               Refusal& refusal);

}  // namespace colonnade::engine
