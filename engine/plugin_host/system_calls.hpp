// SPDX-License-Identifier: Apache-2.0
// Which system calls this process may still make. Any other fails with EPERM, also those that
// nobody has thought of.
#pragma once

#include <string>

namespace colonnade::engine {

enum class Phase {
    Loading,    // files are opened to be read and mapped, also as code
    Computing,  // memory, the clock, the control descriptor
};

// Empty, or what the system lacks. What an earlier phase forbids stays forbidden.
[[nodiscard]] std::string allow_system_calls(Phase phase);

}  // namespace colonnade::engine
