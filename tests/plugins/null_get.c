/* SPDX-License-Identifier: Apache-2.0 */
/* Has nothing to ask it with. */
#include "entry.h"

const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 TEXT("null-get"),
                                                 TEXT("1.0.0"),
                                                 start,
                                                 end,
                                                 NULL};
