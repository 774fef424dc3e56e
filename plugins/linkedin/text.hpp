// SPDX-License-Identifier: Apache-2.0
// Small questions about text that all plugins share, under the names of this one.
#pragma once

#include "plugins/text/digit.hpp"
#include "plugins/text/text.hpp"

namespace colonnade::linkedin {
using namespace text;
}
