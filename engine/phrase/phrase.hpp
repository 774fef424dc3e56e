// SPDX-License-Identifier: Apache-2.0
// What an expression means, in plain words of German or English: made of the typed nodes, so that
// it cannot say anything but what is computed. Titles of facts, fields and functions come from the
// schema and the plugins and are quoted rather than bent, because nobody knows their grammar.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dsl/rulebook/rulebook.hpp"
#include "dsl/types/catalogue.hpp"

namespace colonnade::engine {

// A name that a phrase uses and what it stands for: a define, or what the schema or a plugin says
// of a fact or function.
struct PhraseNote {
    std::string name;
    std::string text;
};

struct Phrase {
    std::string text;               // of a yes/no: what must hold; else what is measured
    std::vector<PhraseNote> notes;  // each name once: defines, then facts and functions
    // Every define that takes part, the whole itself too where it is one.
    std::vector<const dsl::Define*> defines;
};

// Precondition: the rulebook was read without errors against `catalogue`. A language that is not
// German is written as English.
[[nodiscard]] Phrase phrase_of(const dsl::Rulebook& rulebook, const dsl::Catalogue& catalogue,
                               int node, std::string_view language);

}  // namespace colonnade::engine
