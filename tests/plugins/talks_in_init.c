/* SPDX-License-Identifier: Apache-2.0 */
/* Writes two lines into the host's log when it is started. */
#include "entry.h"

static int32_t talk(const colonnade_host* host, colonnade_error* error) {
    static const colonnade_text id = TEXT(COLONNADE_LOG_ID);
    static const colonnade_text hello = TEXT("hello");
    static const colonnade_text careful = TEXT("careful");
    const colonnade_host_log* log = host->get(host, id);
    (void)error;
    log->write(host, COLONNADE_LOG_INFO, hello);
    log->write(host, COLONNADE_LOG_WARNING, careful);
    return COLONNADE_OK;
}

const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 TEXT("talks-in-init"),
                                                 TEXT("1.0.0"),
                                                 talk,
                                                 end,
                                                 offer_nothing};
