// SPDX-License-Identifier: Apache-2.0
// Whose exports lie in one container: two archives of one member are one person, and those of two
// members must never be.
#pragma once

#include "container.hpp"
#include "inventory.hpp"

namespace colonnade::linkedin {

// COLONNADE_UNSUPPORTED where two folders tell a name, a profile link or a member's number, and not
// one of these is the same. Opens no file where all lie in one folder.
[[nodiscard]] Failure check_owners(Container& container, const Inventory& inventory);

}  // namespace colonnade::linkedin
