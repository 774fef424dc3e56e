// SPDX-License-Identifier: Apache-2.0
// The extension for rules by hand, and an entry that offers it.
#pragma once

#include "functions.hpp"

namespace colonnade::tests {

constexpr colonnade_rules rules_of(std::string_view text) {
    return {sizeof(colonnade_rules), 0, text_of(text)};
}

// What `get` of a plugin with these rules gives, and otherwise what `Rest` gives.
template <const colonnade_rules& Rules, const void* (*Rest)(colonnade_text) = offer_nothing>
const void* offer_rules(colonnade_text id) {
    return std::string_view(id.data, id.size) == COLONNADE_RULES_ID ? &Rules : Rest(id);
}

constexpr colonnade_plugin entry_of(std::string_view id, const void* (*get)(colonnade_text)) {
    return {sizeof(colonnade_plugin),
            COLONNADE_ABI_MAJOR,
            COLONNADE_ABI_MINOR,
            0,
            text_of(id),
            text_of("1.0.0"),
            start,
            end,
            get};
}

}  // namespace colonnade::tests
