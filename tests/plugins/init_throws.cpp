// SPDX-License-Identifier: Apache-2.0
// Lets an exception out, which no plugin may.
#include <stdexcept>

#include "entry.h"

namespace {

std::int32_t throw_it(const colonnade_host* /*host*/, colonnade_error* /*error*/) {
    throw std::runtime_error("out");
}

}  // namespace

extern "C" {
const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 TEXT("init-throws"),
                                                 TEXT("1.0.0"),
                                                 throw_it,
                                                 end,
                                                 offer_nothing};
}
