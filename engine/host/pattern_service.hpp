// SPDX-License-Identifier: Apache-2.0
// The host's service `colonnade.host.regex/1`: the patterns of rulebooks, for plugins.
#pragma once

#include "colonnade/plugin.h"

namespace colonnade::engine {

[[nodiscard]] const colonnade_host_regex& pattern_service();

}  // namespace colonnade::engine
