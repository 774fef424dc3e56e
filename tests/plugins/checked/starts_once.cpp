// SPDX-License-Identifier: Apache-2.0
// Starts once and never again.
#include "checked.hpp"

namespace colonnade::tests {
namespace {

std::int32_t start_once(const colonnade_host*, colonnade_error* error) {
    static bool started = false;
    if (started) return fail_with(*error, "it has been started before");
    started = true;
    return COLONNADE_OK;
}

}  // namespace
}  // namespace colonnade::tests

CHECKED_ENTRY("starts-once", colonnade::tests::start_once, end,
              colonnade::tests::Offer<colonnade::tests::JustOne>::get)
