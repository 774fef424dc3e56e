/* SPDX-License-Identifier: Apache-2.0 */
/* Does not start where it is started twice in a row, or was ended without a start. */
#include "entry.h"

static int uses = 0;

static int32_t start_once(const colonnade_host* host, colonnade_error* error) {
    (void)error;
    if (uses != 0 || host->abi_major != COLONNADE_ABI_MAJOR || host->get == NULL)
        return COLONNADE_INTERNAL;
    uses = 1;
    return COLONNADE_OK;
}

static void end_once(void) {
    --uses;
}

const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 TEXT("counts-uses"),
                                                 TEXT("1.0.0"),
                                                 start_once,
                                                 end_once,
                                                 offer_nothing};
