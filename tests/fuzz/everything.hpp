// SPDX-License-Identifier: Apache-2.0
// A tree taken for every kind of file of the language: each finding lies in the text and can be
// shown, and a rulebook without errors compiles.
#pragma once

#include "dsl/check/typed.hpp"
#include "dsl/text/unicode.hpp"
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

// `rules`: what was found so far.
inline void read_as_rulebook(const dsl::Document& document, dsl::Diagnostics rules) {
    const auto& catalogue = schema_for(document);
    static_cast<void>(dsl::read_header(document, rules));
    const auto rulebook = dsl::read_rulebook(document, catalogue, find_words, rules);
    check_findings(rules);
    if (rules.has_errors()) return;
    static_cast<void>(engine::compile(rulebook, catalogue));
    for (const auto& define : rulebook.defines) {
        for (const int fact : dsl::facts_of(rulebook.nodes, define.node))
            hold(static_cast<std::size_t>(fact) < catalogue.facts.size(), "a name is of facts");
        const auto written = dsl::written_at(rulebook.nodes, define.node);
        hold(dsl::first_invalid_utf8(written) == std::string::npos, "a name is as it is written");
    }
}

inline void read_as_everything(const dsl::Document& document) {
    const auto& catalogue = schema_for(document);
    dsl::Diagnostics schema;
    static_cast<void>(dsl::read_schema(document, schema));
    check_findings(schema);
    dsl::Diagnostics words;
    static_cast<void>(dsl::read_word_list(document, words));
    check_findings(words);
    dsl::Diagnostics answers;
    static_cast<void>(engine::read_answers(document, catalogue, answers));
    check_findings(answers);
    read_as_rulebook(document, {});
}

}  // namespace colonnade::fuzz
