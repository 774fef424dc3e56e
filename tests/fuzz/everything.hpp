// SPDX-License-Identifier: Apache-2.0
// A tree taken for every kind of file of the language: each finding lies in the text and can be
// shown, and a rulebook without errors compiles.
#pragma once

#include "engine/program/program.hpp"
#include "engine/read/answers.hpp"
#include "tests/fuzz/findings.hpp"
#include "tests/support/tiny.hpp"

namespace colonnade::fuzz {

inline const dsl::Catalogue& catalogue() {
    static const auto all = [] {
        auto schema = fuzz::bundled_schema();
        schema.functions = tests::tiny_functions();
        return schema;
    }();
    return all;
}

inline std::optional<dsl::WordList> find_words(const std::string& name) {
    if (name != "pets") return std::nullopt;
    return dsl::WordList{"pets", {{"", "cat"}}};
}

inline void read_as_everything(const dsl::Document& document) {
    dsl::Diagnostics schema;
    static_cast<void>(dsl::read_schema(document, schema));
    check_findings(schema, *document.sources.front());
    dsl::Diagnostics words;
    static_cast<void>(dsl::read_word_list(document, words));
    check_findings(words, *document.sources.front());
    dsl::Diagnostics answers;
    static_cast<void>(engine::read_answers(document, catalogue(), answers));
    check_findings(answers, *document.sources.front());
    dsl::Diagnostics rules;
    static_cast<void>(dsl::read_header(document, rules));
    const auto rulebook = dsl::read_rulebook(document, catalogue(), find_words, rules);
    check_findings(rules, *document.sources.front());
    if (!rules.has_errors()) static_cast<void>(engine::compile(rulebook, catalogue()));
}

}  // namespace colonnade::fuzz
