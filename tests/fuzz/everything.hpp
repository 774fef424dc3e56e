// SPDX-License-Identifier: Apache-2.0
// A tree taken for every kind of file of the language: each finding lies in the text and can be
// shown, and a rulebook without errors compiles.
#pragma once

#include "engine/program/program.hpp"
#include "engine/read/answers.hpp"
#include "tests/fuzz/findings.hpp"
#include "tests/fuzz/wide_schema.hpp"

namespace colonnade::fuzz {

inline std::optional<dsl::WordList> find_words(const std::string& name) {
    if (name != "pets") return std::nullopt;
    return dsl::WordList{"pets", {{"", "cat"}}};
}

// Of two worlds, by the size of the text: one with plugins, one that plugins were refused to.
inline const dsl::Catalogue& schema_for(const dsl::Document& document) {
    static const auto without_functions = [] {
        auto schema = wide_schema();
        schema.functions.clear();
        schema.refused = "plugins are not asked here";
        return schema;
    }();
    return document.sources.front()->text().size() % 4 == 3 ? without_functions : wide_schema();
}

inline void read_as_everything(const dsl::Document& document) {
    const auto& catalogue = schema_for(document);
    dsl::Diagnostics schema;
    static_cast<void>(dsl::read_schema(document, schema));
    check_findings(schema, *document.sources.front());
    dsl::Diagnostics words;
    static_cast<void>(dsl::read_word_list(document, words));
    check_findings(words, *document.sources.front());
    dsl::Diagnostics answers;
    static_cast<void>(engine::read_answers(document, catalogue, answers));
    check_findings(answers, *document.sources.front());
    dsl::Diagnostics rules;
    static_cast<void>(dsl::read_header(document, rules));
    const auto rulebook = dsl::read_rulebook(document, catalogue, find_words, rules);
    check_findings(rules, *document.sources.front());
    if (!rules.has_errors()) static_cast<void>(engine::compile(rulebook, catalogue));
}

}  // namespace colonnade::fuzz
