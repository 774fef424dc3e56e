// SPDX-License-Identifier: Apache-2.0
// Rules of any length: a comment.
#pragma once

#include <string>

#include "rules.hpp"

namespace colonnade::tests {

template <std::size_t Bytes>
const void* offer_endless(colonnade_text id) {
    static const std::string Text(Bytes, '#');
    static const auto Rules = rules_of(Text);
    return std::string_view(id.data, id.size) == COLONNADE_RULES_ID ? &Rules : nullptr;
}

}  // namespace colonnade::tests
