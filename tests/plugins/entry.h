/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of an entry that are right, for plugins of which one thing is wrong. */
#ifndef COLONNADE_TESTS_PLUGINS_ENTRY_H
#define COLONNADE_TESTS_PLUGINS_ENTRY_H

/* NOLINTNEXTLINE(modernize-deprecated-headers): C as well */
#include <stddef.h>

#include "colonnade/plugin.h"

#define TEXT(literal) \
    { (literal), sizeof(literal) - 1 }

static inline int32_t start(const colonnade_host* host, colonnade_error* error) {
    (void)host;
    (void)error;
    return COLONNADE_OK;
}

static inline void end(void) {}

static inline const void* offer_nothing(colonnade_text id) {
    (void)id;
    /* NOLINTNEXTLINE(modernize-use-nullptr): C as well */
    return NULL;
}

#endif
