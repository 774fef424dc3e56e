/* SPDX-License-Identifier: Apache-2.0 */
/* A plugin in plain C that offers nothing: the header alone must be enough to write it. */
#include "colonnade/plugin.h"

static int32_t init(const colonnade_host* host, colonnade_error* error) {
    (void)host;
    (void)error;
    return COLONNADE_OK;
}

static void deinit(void) {}

static const void* get(colonnade_text id) {
    (void)id;
    return 0;
}

const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 {"nothing", 7},
                                                 {"1.0.0", 5},
                                                 init,
                                                 deinit,
                                                 get};
