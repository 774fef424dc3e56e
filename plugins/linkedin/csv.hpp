// SPDX-License-Identifier: Apache-2.0
// The scanner of tables that all plugins share, under the names of this one.
#pragma once

#include "plugins/text/csv.hpp"

namespace colonnade::linkedin {
using namespace text;
}
