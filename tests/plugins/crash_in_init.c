/* SPDX-License-Identifier: Apache-2.0 */
/* Crashes when it is started. */
#include "entry.h"

/* An address that is in nobody's memory and that no compiler knows. */
static volatile uintptr_t nowhere = 64;

static int32_t crash(const colonnade_host* host, colonnade_error* error) {
    (void)host;
    (void)error;
    *(volatile int*)nowhere = 1;
    return COLONNADE_OK;
}

const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 TEXT("crash-in-init"),
                                                 TEXT("1.0.0"),
                                                 crash,
                                                 end,
                                                 offer_nothing};
