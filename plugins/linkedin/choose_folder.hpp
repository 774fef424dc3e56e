// SPDX-License-Identifier: Apache-2.0
// From where a table is taken that lies in several folders or archives of one container.
#pragma once

#include <string>
#include <vector>

#include "container.hpp"
#include "inventory.hpp"

namespace colonnade::linkedin {

// The folder whose name tells the newest day; of these the one with more bytes of this table; of
// these the first. `files` are of one kind, in the order of their paths, and not empty.
[[nodiscard]] std::string choose_folder(Container& container, const std::vector<KnownFile>& files);

}  // namespace colonnade::linkedin
