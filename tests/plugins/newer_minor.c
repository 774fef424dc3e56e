/* SPDX-License-Identifier: Apache-2.0 */
/* Built against a later edition of the same contract: longer structs, whose tails we do not know.
 */
#include <string.h>

#include "entry.h"

typedef struct {
    colonnade_functions known;
    const void* tail[4];
} later_functions;

static int32_t no_functions(void) {
    return 0;
}

static const colonnade_function_descriptor* describe_none(int32_t index) {
    (void)index;
    return NULL;
}

static const colonnade_function* create_none(int32_t index, const colonnade_host* host,
                                             colonnade_error* error) {
    (void)index;
    (void)host;
    error->code = COLONNADE_INVALID_ARGUMENT;
    return NULL;
}

static const later_functions Functions = {
    {sizeof(later_functions), 0, no_functions, describe_none, create_none}, {NULL}};

static const void* offer_functions(colonnade_text id) {
    static const char Id[] = COLONNADE_FUNCTIONS_ID;
    const int same = id.size == sizeof Id - 1 && memcmp(id.data, Id, sizeof Id - 1) == 0;
    return same ? &Functions : NULL;
}

/* A longer entry cannot be declared against this header; a larger size is all that a host sees. */
const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin) + 32,
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR + 7,
                                                 0,
                                                 TEXT("newer-minor"),
                                                 TEXT("2.0.0-rc.1"),
                                                 start,
                                                 end,
                                                 offer_functions};
