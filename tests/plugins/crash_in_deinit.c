/* SPDX-License-Identifier: Apache-2.0 */
/* Crashes at its end. */
#include "entry.h"

/* An address that is in nobody's memory and that no compiler knows. */
static volatile uintptr_t nowhere = 64;

static void crash(void) {
    *(volatile int*)nowhere = 1;
}

const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 TEXT("crash-in-deinit"),
                                                 TEXT("1.0.0"),
                                                 start,
                                                 crash,
                                                 offer_nothing};
