// SPDX-License-Identifier: Apache-2.0
// The writer of JSON that all plugins share, under the names of this one.
#pragma once

#include "plugins/text/json_writer.hpp"

namespace colonnade::linkedin {
using namespace text;
}
