/* SPDX-License-Identifier: Apache-2.0 */
/* Never comes to its end. */
#include "entry.h"

static volatile int forever = 1;

static void hang(void) {
    while (forever)
        ;
}

const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 TEXT("hang-in-deinit"),
                                                 TEXT("1.0.0"),
                                                 start,
                                                 hang,
                                                 offer_nothing};
