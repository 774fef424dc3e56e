// SPDX-License-Identifier: Apache-2.0
// Ends the process, or nothing at all, by the number of its rows.
#include <cstdlib>

#include "checked.hpp"

namespace colonnade::tests {
namespace {

std::int32_t by_rows(void*, const colonnade_batch* batch, colonnade_output* out, colonnade_error*) {
    volatile bool goes_on = batch->rows == 4'095;
    if (batch->rows == 0) std::exit(0);
    if (batch->rows == 1) std::abort();
    while (goes_on) {
    }
    set_all(*batch, *out, 1);
    return COLONNADE_OK;
}

constexpr TestFunction Functions[] = {counts("by_rows", by_rows, TakesAmount)};

}  // namespace
}  // namespace colonnade::tests

CHECKED_ENTRY("ends-badly", start, end, colonnade::tests::Offer<colonnade::tests::Functions>::get)
