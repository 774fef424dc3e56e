// SPDX-License-Identifier: Apache-2.0
// A small world for tests of the language: the schema `tiny` of the golden cases, a few functions
// as plugins would bring them, and rulebooks written as text.
#pragma once

#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "dsl/rulebook/read.hpp"
#include "dsl/yaml/read.hpp"

namespace colonnade::tests {

inline std::shared_ptr<const dsl::Source> source_of(std::string text) {
    return std::make_shared<const dsl::Source>("book.yaml", std::move(text));
}

inline dsl::Document document_of(const std::shared_ptr<const dsl::Source>& source,
                                 dsl::Diagnostics& diagnostics) {
    auto root = dsl::read_yaml(source, diagnostics);
    return {{source}, root ? std::move(*root) : dsl::Node{}};
}

inline std::vector<dsl::Function> tiny_functions() {
    using dsl::Kind;
    const auto parameter = [](std::string name, Kind kind,
                              std::vector<dsl::Parameter> fields = {}) {
        dsl::Parameter p;
        p.name = std::move(name);
        p.kind = kind;
        p.fields = std::move(fields);
        return p;
    };
    auto words = parameter("words", Kind::Words);
    words.default_words = "pets";
    const auto window = parameter("window", Kind::Duration);
    const auto text = parameter("text", Kind::Text);
    const auto number = parameter("x", Kind::Number);
    auto happens = parameter("list", Kind::List, {parameter("at", Kind::Time)});
    happens.repeated = true;
    const auto jobs = parameter("positions", Kind::List,
                                {parameter("started", Kind::Time), parameter("ended", Kind::Date)});
    const auto function = [](std::string plugin, std::string name,
                             std::vector<dsl::Parameter> parameters, Kind result) {
        dsl::Function f;
        f.plugin = std::move(plugin);
        f.name = std::move(name);
        f.parameters = std::move(parameters);
        f.result = {result};
        return f;
    };
    return {function("one", "matches_of", {text, words}, Kind::Number),
            function("one", "active_days", {window, happens}, Kind::Number),
            function("one", "pause", {jobs}, Kind::Duration),
            function("one", "twice", {number}, Kind::Number),
            function("two", "twice", {number}, Kind::Number)};
}

inline dsl::Catalogue tiny_catalogue() {
    std::ifstream file(COLONNADE_SOURCE_DIR "/tests/golden/shared/schemas/tiny.yaml");
    std::ostringstream text;
    text << file.rdbuf();
    dsl::Diagnostics diagnostics;
    auto catalogue = dsl::read_schema(document_of(source_of(text.str()), diagnostics), diagnostics);
    if (!diagnostics.empty() || catalogue.facts.empty())
        throw std::runtime_error("the schema of the golden cases has findings");
    catalogue.functions = tiny_functions();
    return catalogue;
}

struct Reading {
    dsl::Rulebook rulebook;
    std::vector<dsl::Diagnostic> findings;
    std::shared_ptr<const dsl::Source> source;

    // `code` of each finding and the text that it marks, in reading order.
    [[nodiscard]] std::vector<std::string> marks() const {
        std::vector<std::string> all;
        for (const auto& f : findings) {
            all.push_back(std::string(dsl::text_of(f.code)) + ": " +
                          std::string(source->text(f.span)));
        }
        return all;
    }
};

inline Reading read_book(const std::string& text) {
    dsl::Diagnostics diagnostics;
    Reading reading;
    reading.source = source_of(text);
    auto root = dsl::read_yaml(reading.source, diagnostics);
    if (!root) {
        reading.findings = diagnostics.sorted();
        return reading;
    }
    const dsl::Document document{{reading.source}, std::move(*root)};
    const auto find_words = [](const std::string& name) -> std::optional<dsl::WordList> {
        if (name != "pets") return std::nullopt;
        return dsl::WordList{"pets", {{"", "cat"}}};
    };
    reading.rulebook = dsl::read_rulebook(document, tiny_catalogue(), find_words, diagnostics);
    reading.findings = diagnostics.sorted();
    return reading;
}

// A rulebook with one rule, of which `keys` are the lines after its title and points.
inline std::string book_with(const std::string& keys, const std::string& define = {}) {
    std::string text =
        "colonnade: 1\nrulebook: small\nschema: tiny\nlanguages: [en]\ntitle: {en: T}\n" + define +
        "pillars:\n  p:\n    title: {en: P}\n    weight: 100\n    rules:\n      r:\n"
        "        title: {en: R}\n        points: 1\n        effort: 1 minute\n";
    std::istringstream lines(keys);
    bool has_tip = false;
    for (std::string line; std::getline(lines, line);) {
        text += "        " + line + "\n";
        has_tip = has_tip || line.starts_with("tip:");
    }
    return text + (has_tip ? "" : "        tip: {en: Do it}\n");
}

inline Reading read_rule_with(const std::string& keys, const std::string& define = {}) {
    return read_book(book_with(keys, define));
}

}  // namespace colonnade::tests
