/* SPDX-License-Identifier: Apache-2.0 */
/* Needs a function that nobody has. */
#include "entry.h"

const void* nobody_has_this(void);

static const void* ask_nobody(colonnade_text id) {
    (void)id;
    return nobody_has_this();
}

const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 TEXT("undefined-symbol"),
                                                 TEXT("1.0.0"),
                                                 start,
                                                 end,
                                                 ask_nobody};
