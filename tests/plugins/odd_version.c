/* SPDX-License-Identifier: Apache-2.0 */
/* Has a version that orders nothing. */
#include "entry.h"

const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 TEXT("odd-version"),
                                                 TEXT("final (2)"),
                                                 start,
                                                 end,
                                                 offer_nothing};
