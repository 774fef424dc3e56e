/* SPDX-License-Identifier: Apache-2.0 */
/* Ends before its last function. */
#include "entry.h"

const colonnade_plugin colonnade_plugin_entry = {offsetof(colonnade_plugin, get),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 TEXT("short-entry"),
                                                 TEXT("1.0.0"),
                                                 start,
                                                 end,
                                                 offer_nothing};
