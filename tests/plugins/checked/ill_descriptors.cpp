// SPDX-License-Identifier: Apache-2.0
// Two functions of one id, and a title that is no UTF-8.
#include "checked.hpp"

namespace colonnade::tests {
namespace {

constexpr colonnade_localised Broken[] = {{text_of("de"), text_of("Caf\xE9")}};

constexpr TestFunction broken() {
    auto made = counts("twice", one, TakesAmount);
    made.descriptor.titles = Broken;
    made.descriptor.title_count = 1;
    return made;
}

constexpr TestFunction Functions[] = {counts("twice", one, TakesAmount), broken()};

}  // namespace
}  // namespace colonnade::tests

CHECKED_ENTRY("ill-descriptors", start, end,
              colonnade::tests::Offer<colonnade::tests::Functions>::get)
