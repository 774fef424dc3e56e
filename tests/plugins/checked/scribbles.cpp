// SPDX-License-Identifier: Apache-2.0
// Writes where it must not: one value behind its results, and into its arguments.
#include "checked.hpp"

namespace colonnade::tests {
namespace {

std::int32_t write_too_far(void*, const colonnade_batch* batch, colonnade_output* out,
                           colonnade_error*) {
    set_all(*batch, *out, 1);
    static_cast<double*>(out->values)[batch->rows] = 1;
    return COLONNADE_OK;
}

std::int32_t write_arguments(void*, const colonnade_batch* batch, colonnade_output* out,
                             colonnade_error*) {
    auto* amounts = static_cast<double*>(const_cast<void*>(batch->arguments[0]->data));
    if (batch->rows > 0) amounts[0] += 1;
    set_all(*batch, *out, 1);
    return COLONNADE_OK;
}

constexpr TestFunction Functions[] = {
    counts("writes_too_far", write_too_far, TakesAmount),
    counts("writes_arguments", write_arguments, TakesAmount),
};

}  // namespace
}  // namespace colonnade::tests

CHECKED_ENTRY("scribbles", start, end, colonnade::tests::Offer<colonnade::tests::Functions>::get)
