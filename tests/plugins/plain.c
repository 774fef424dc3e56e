/* SPDX-License-Identifier: Apache-2.0 */
/* Offers nothing and does nothing wrong. */
#include "entry.h"

const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 TEXT("plain"),
                                                 TEXT("1.0.0"),
                                                 start,
                                                 end,
                                                 offer_nothing};
