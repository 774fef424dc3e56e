// SPDX-License-Identifier: Apache-2.0
#include "tests/support/world.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "dsl/rulebook/read.hpp"
#include "dsl/yaml/read.hpp"
#include "engine/read/profile_reader.hpp"

namespace colonnade::tests {
namespace {

using dsl::Kind;

dsl::Document document_of(const std::string& text, dsl::Diagnostics& diagnostics) {
    auto source = std::make_shared<const dsl::Source>("book.yaml", text);
    auto root = dsl::read_yaml(source, diagnostics);
    return {{std::move(source)}, root ? std::move(*root) : dsl::Node{}};
}

dsl::Parameter parameter(std::string name, Kind kind, std::vector<dsl::Parameter> fields = {}) {
    dsl::Parameter p;
    p.name = std::move(name);
    p.kind = kind;
    p.fields = std::move(fields);
    return p;
}

dsl::Function function(std::string name, std::vector<dsl::Parameter> parameters, Kind result) {
    dsl::Function f;
    f.plugin = "test";
    f.name = std::move(name);
    f.parameters = std::move(parameters);
    f.result = {result};
    return f;
}

std::vector<dsl::Function> functions() {
    auto words = parameter("words", Kind::Words);
    words.default_words = "pets";
    auto lists = parameter("list", Kind::List, {parameter("at", Kind::Time)});
    lists.repeated = true;
    auto size = parameter("size", Kind::Number);
    size.nullable = true;
    auto rank = function("rank", {parameter("text", Kind::Text)}, Kind::Category);
    rank.result.category = std::make_shared<dsl::Category>(
        dsl::Category{{"short", "medium", "long"}, {{}, {}, {}}, true});
    auto days = function("active_days", {parameter("window", Kind::Duration), lists}, Kind::Number);
    days.bounds.min = 0;
    return {function("matches_of", {parameter("text", Kind::Text), words}, Kind::Number),
            days,
            function("spread", {parameter("list", Kind::List, {parameter("on", Kind::Date), size})},
                     Kind::Duration),
            function("twice", {parameter("x", Kind::Number)}, Kind::Number),
            rank,
            function("broken", {parameter("x", Kind::Number)}, Kind::Number)};
}

dsl::Catalogue read_catalogue() {
    std::ifstream file(COLONNADE_SOURCE_DIR "/tests/support/everything.yaml");
    std::ostringstream text;
    text << file.rdbuf();
    dsl::Diagnostics diagnostics;
    auto catalogue = dsl::read_schema(document_of(text.str(), diagnostics), diagnostics);
    if (!diagnostics.empty() || catalogue.facts.empty())
        throw std::runtime_error("the schema `everything` has findings");
    catalogue.functions = functions();
    return catalogue;
}

constexpr std::string_view Head =
    "colonnade: 1\nrulebook: small\nschema: everything\nlanguages: [en]\ntitle: {en: T}\n";

// Quoted, so that YAML takes nothing out of it.
std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text)
        result += c == '\'' ? std::string("''") : std::string(1, c);
    return result + "'";
}

}  // namespace

const dsl::Catalogue& everything() {
    static const auto catalogue = read_catalogue();
    return catalogue;
}

std::unique_ptr<Book> read_everything(const std::string& text) {
    auto book = std::make_unique<Book>();
    dsl::Diagnostics diagnostics;
    const auto document = document_of(text, diagnostics);
    const auto find_words = [](const std::string& name) -> std::optional<dsl::WordList> {
        if (name != "pets") return std::nullopt;
        return dsl::WordList{"pets", {{"", "cat"}, {"", "dog"}}};
    };
    book->loaded.catalogue = everything();
    book->loaded.rulebook =
        dsl::read_rulebook(document, book->loaded.catalogue, find_words, diagnostics);
    book->findings = diagnostics.sorted();
    book->has_errors = diagnostics.has_errors();
    if (!book->has_errors)
        book->loaded.program = engine::compile(book->loaded.rulebook, book->loaded.catalogue);
    return book;
}

std::unique_ptr<Book> measuring(const std::string& expression) {
    auto book = read_everything(std::string(Head) + "define:\n  it: " + quoted(expression) +
                                "\npillars:\n  p:\n    title: {en: P}\n    weight: 100\n"
                                "    rules:\n      r:\n        title: {en: R}\n        points: 1\n"
                                "        pass: flag\n");
    if (book->has_errors) return book;
    auto& rulebook = book->loaded.rulebook;
    rulebook.pillars.front().rules.front().measure = rulebook.defines.front().node;
    book->loaded.program = engine::compile(rulebook, book->loaded.catalogue);
    return book;
}

engine::Batch batch_of(const Book& book, const std::vector<std::string>& documents) {
    engine::ProfileReader reader(book.loaded.catalogue);
    engine::BatchBuilder builder(book.loaded.catalogue, book.loaded.program.projection);
    for (const auto& document : documents) {
        if (const auto problem = reader.read(document, {}, builder))
            throw std::runtime_error(problem->where + ": " + problem->message + "\n" + document);
    }
    return builder.take();
}

std::optional<PlainValue> value_of(const Book& book, const engine::Evaluator& evaluator,
                                   int instruction, std::size_t row) {
    if (book.loaded.program.at(instruction).is_text()) {
        const auto& text = evaluator.text(instruction);
        if (text.known[row] == 0) return std::nullopt;
        return std::string(text.value[row]);
    }
    const auto& slot = evaluator.slot(instruction);
    return slot.known[row] == 0 ? std::nullopt : std::optional<PlainValue>(slot.value[row]);
}

}  // namespace colonnade::tests
