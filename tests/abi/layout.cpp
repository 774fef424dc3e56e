// SPDX-License-Identifier: Apache-2.0
// layout.def, held by the C++ compiler: both languages must see the same contract.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "colonnade/plugin.h"

#if UINTPTR_MAX == UINT64_MAX

#define STRUCT(type, bytes)                                                    \
    static_assert(std::is_standard_layout_v<type> && std::is_trivial_v<type>); \
    static_assert(sizeof(type) == (bytes), #type " has another size");
#define FIELD(type, field, at, bytes)                                                 \
    static_assert(offsetof(type, field) == (at), #type "." #field " lies elsewhere"); \
    static_assert(sizeof(type::field) == (bytes), #type "." #field " has another size");
#define VALUE(name, number) static_assert(int{name} == (number), #name " has another value");
#define ID(name, text) static_assert(std::string_view(name) == (text), #name " is another id");
#include "tests/abi/layout.def"

#endif
