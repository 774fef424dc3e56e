// SPDX-License-Identifier: Apache-2.0
// What a rule may name, all of it or what a word is found in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dsl/check/functions.hpp"
#include "dsl/types/catalogue.hpp"

namespace colonnade::cli {

// Parts of a catalogue, which must outlive this.
struct FactList {
    std::string schema;
    std::vector<const dsl::Fact*> facts;
    std::vector<const dsl::Function*> functions;
    std::vector<const dsl::BuiltIn*> built_in;

    [[nodiscard]] bool empty() const {
        return facts.empty() && functions.empty() && built_in.empty();
    }
};

// Those whose name, title or description in any language holds `word`, whatever the case; of lists
// their fields count, of categories their values. Everything where `word` is empty.
[[nodiscard]] FactList find_facts(const dsl::Catalogue& catalogue, std::string_view word);

}  // namespace colonnade::cli
