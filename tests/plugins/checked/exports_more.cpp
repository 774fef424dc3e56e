// SPDX-License-Identifier: Apache-2.0
// Exports a second symbol, and brings a place of its own for libraries (see CMakeLists.txt).
#include "checked.hpp"

extern "C" COLONNADE_EXPORT int exported_too(void);
extern "C" COLONNADE_EXPORT int exported_too(void) {
    return 1;
}

CHECKED_ENTRY("exports-more", start, end, colonnade::tests::Offer<colonnade::tests::JustOne>::get)
