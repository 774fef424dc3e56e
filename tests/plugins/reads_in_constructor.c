/* SPDX-License-Identifier: Apache-2.0 */
/* Does not start where a file of the person could be read while it was loaded. */
#include <fcntl.h>

#include "entry.h"

static int could_read = 0;

__attribute__((constructor)) static void construct(void) {
    could_read = open("/etc/passwd", O_RDONLY) >= 0 || open("/etc/hostname", O_RDONLY) >= 0 ||
                 open("/tmp", O_RDONLY) >= 0 || open("/dev/null", O_WRONLY) >= 0;
}

static int32_t start_blind(const colonnade_host* host, colonnade_error* error) {
    (void)host;
    (void)error;
    return could_read ? COLONNADE_INTERNAL : COLONNADE_OK;
}

const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 TEXT("reads-in-constructor"),
                                                 TEXT("1.0.0"),
                                                 start_blind,
                                                 end,
                                                 offer_nothing};
