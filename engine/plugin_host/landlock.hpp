// SPDX-License-Identifier: Apache-2.0
// Linux's Landlock: which files this process may open, by their place.
#pragma once

namespace colonnade::engine {

// From now on the system's libraries can be read and nothing else; as far as the kernel can: not
// at all before Linux 5.13.
void restrict_files();

}  // namespace colonnade::engine
