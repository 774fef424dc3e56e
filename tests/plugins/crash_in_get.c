/* SPDX-License-Identifier: Apache-2.0 */
/* Crashes when it is asked what it offers. */
#include "entry.h"

/* An address that is in nobody's memory and that no compiler knows. */
static volatile uintptr_t nowhere = 64;

static const void* crash(colonnade_text id) {
    (void)id;
    *(volatile int*)nowhere = 1;
    return NULL;
}

const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 TEXT("crash-in-get"),
                                                 TEXT("1.0.0"),
                                                 start,
                                                 end,
                                                 crash};
