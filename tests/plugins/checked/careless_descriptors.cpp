// SPDX-License-Identifier: Apache-2.0
// A function that speaks one language where the other speaks two, results without bounds, and a
// descriptor that changes once it has been used.
#include "checked.hpp"

namespace colonnade::tests {
namespace {

constexpr TestFunction half() {
    auto made = counts("half", one, TakesAmount);
    made.descriptor.title_count = 1;
    return made;
}

constexpr TestFunction Functions[] = {
    half(), titled(function("endless", one, TakesAmount, COLONNADE_NUMBER))};
using Well = Offer<Functions>;

colonnade_function_descriptor changing = Functions[0].descriptor;

const colonnade_function_descriptor* describe(std::int32_t index) {
    return index == 0 ? &changing : Well::describe(index);
}

const colonnade_function* create(std::int32_t index, const colonnade_host* host,
                                 colonnade_error* error) {
    if (index == 0) changing.result_max = 10;
    return Well::create(index, host, error);
}

const void* get(colonnade_text id) {
    static constexpr colonnade_functions Extension = {sizeof(colonnade_functions), 0, Well::count,
                                                      describe, create};
    return Well::get(id) == nullptr ? nullptr : &Extension;
}

}  // namespace
}  // namespace colonnade::tests

CHECKED_ENTRY("careless-descriptors", start, end, colonnade::tests::get)
