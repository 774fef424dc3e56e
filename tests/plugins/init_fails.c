/* SPDX-License-Identifier: Apache-2.0 */
/* Refuses to start, and says why. */
#include "entry.h"

static int32_t refuse(const colonnade_host* host, colonnade_error* error) {
    static const char Why[] = "no list of \033[31mholidays";
    (void)host;
    for (size_t i = 0; i < sizeof Why; ++i)
        error->message[i] = Why[i];
    error->code = COLONNADE_UNSUPPORTED;
    return COLONNADE_UNSUPPORTED;
}

const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 TEXT("init-fails"),
                                                 TEXT("1.0.0"),
                                                 refuse,
                                                 end,
                                                 offer_nothing};
