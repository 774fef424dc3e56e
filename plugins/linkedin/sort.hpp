// SPDX-License-Identifier: Apache-2.0
// The order of lists in the document: by time, whatever the order of the file was.
#pragma once

#include "facts.hpp"

namespace colonnade::linkedin {

// Puts every list with times into their order, oldest first.
void sort_by_time(Facts& facts);

}  // namespace colonnade::linkedin
