/* SPDX-License-Identifier: Apache-2.0 */
/* Ends before it has said which contract it was built against. */
#include "entry.h"

const colonnade_plugin colonnade_plugin_entry = {
    8,   COLONNADE_ABI_MAJOR, COLONNADE_ABI_MINOR, 0, TEXT("no-version"), TEXT("1.0.0"), start,
    end, offer_nothing};
