// SPDX-License-Identifier: Apache-2.0
// Does not look closely: at the ids of extensions, at the indices of functions.
#include "checked.hpp"

namespace colonnade::tests {
namespace {

using Well = Offer<JustOne>;

const colonnade_function_descriptor* describe_any(std::int32_t) {
    return Well::describe(0);
}

const colonnade_function* create_any(std::int32_t, const colonnade_host* host,
                                     colonnade_error* error) {
    return Well::create(0, host, error);
}

const void* get_any(colonnade_text id) {
    static constexpr colonnade_functions Extension = {sizeof(colonnade_functions), 0, Well::count,
                                                      describe_any, create_any};
    const std::string_view name(id.data, id.size);
    const bool begins_well = name.starts_with(COLONNADE_FUNCTIONS_ID);
    return begins_well || name.starts_with("colonnade.nothing") ? &Extension : nullptr;
}

}  // namespace
}  // namespace colonnade::tests

CHECKED_ENTRY("accepts-anything", start, end, colonnade::tests::get_any)
