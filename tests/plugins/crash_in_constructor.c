/* SPDX-License-Identifier: Apache-2.0 */
/* Crashes while it is loaded, before anybody has asked it anything. */
#include "entry.h"

/* An address that is in nobody's memory and that no compiler knows. */
static volatile uintptr_t nowhere = 64;

__attribute__((constructor)) static void construct(void) {
    *(volatile int*)nowhere = 1;
}

const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 TEXT("crash-in-constructor"),
                                                 TEXT("1.0.0"),
                                                 start,
                                                 end,
                                                 offer_nothing};
