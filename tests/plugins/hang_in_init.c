/* SPDX-License-Identifier: Apache-2.0 */
/* Never comes back from its start. */
#include "entry.h"

static volatile int forever = 1;

static int32_t hang(const colonnade_host* host, colonnade_error* error) {
    (void)host;
    (void)error;
    while (forever)
        ;
    return COLONNADE_OK;
}

const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 TEXT("hang-in-init"),
                                                 TEXT("1.0.0"),
                                                 hang,
                                                 end,
                                                 offer_nothing};
