// SPDX-License-Identifier: Apache-2.0
// A plugin in C++ that offers nothing; compiled as every standard from C++11 on.
#include <cstdint>

#include "colonnade/plugin.h"

namespace {

std::int32_t init(const colonnade_host*, colonnade_error*) {
    return COLONNADE_OK;
}
void deinit() {}
const void* get(colonnade_text) {
    return nullptr;
}

}  // namespace

const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 {"nothing", 7},
                                                 {"1.0.0", 5},
                                                 init,
                                                 deinit,
                                                 get};
