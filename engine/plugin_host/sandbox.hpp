// SPDX-License-Identifier: Apache-2.0
// Takes away from this process what a plugin does not need, in two steps that cannot be undone.
#pragma once

#include <sys/types.h>

#include <string>

namespace colonnade::engine {

// For loading a library and its constructors: files of the system's library folders can be read,
// nothing else. `parent` is the process that this one ends with. Empty, or what the system lacks.
[[nodiscard]] std::string enter_sandbox(pid_t parent);

// For everything else of a plugin: it computes in memory, and speaks over the control descriptor.
[[nodiscard]] std::string narrow_sandbox();

}  // namespace colonnade::engine
