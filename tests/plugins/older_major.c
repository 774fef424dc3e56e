/* SPDX-License-Identifier: Apache-2.0 */
/* Built against a contract before the first. */
#include "entry.h"

const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR - 1,
                                                 9,
                                                 0,
                                                 TEXT("older-major"),
                                                 TEXT("1.0.0"),
                                                 start,
                                                 end,
                                                 offer_nothing};
