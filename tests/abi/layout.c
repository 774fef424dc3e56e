/* SPDX-License-Identifier: Apache-2.0 */
/* layout.def, held by the C compiler. */
#include <stddef.h>

#include "colonnade/plugin.h"

#if UINTPTR_MAX == UINT64_MAX

#define STRUCT(type, bytes) _Static_assert(sizeof(type) == (bytes), #type " has another size");
#define FIELD(type, field, at, bytes)                                                  \
    _Static_assert(offsetof(type, field) == (at), #type "." #field " lies elsewhere"); \
    _Static_assert(sizeof(((type*)0)->field) == (bytes), #type "." #field " has another size");
#define VALUE(name, number) _Static_assert((int)(name) == (number), #name " has another value");
#define ID(name, text) _Static_assert(sizeof(name) == sizeof(text), #name " is another id");
#include "tests/abi/layout.def"

#endif
