// SPDX-License-Identifier: Apache-2.0
#include "dsl/form/keys.hpp"

#include <algorithm>

#include "dsl/text/same_text.hpp"

namespace colonnade::dsl {

const Key* KeyTable::find(std::string_view key) const {
    const auto row = std::find_if(keys.begin(), keys.end(), [&](const Key& candidate) {
        return same_text(candidate.key, key);
    });
    return row == keys.end() ? nullptr : &*row;
}

constinit const KeyTable TextsKeys{"texts", {}, {}, KeyTable::Others::Languages};

}  // namespace colonnade::dsl
