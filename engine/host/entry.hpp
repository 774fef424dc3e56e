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

// MAJOR.MINOR.PATCH and what may follow it.
[[nodiscard]] bool is_version(const std::string& text);

}  // namespace colonnade::engine
