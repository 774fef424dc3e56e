// SPDX-License-Identifier: Apache-2.0
// The tables of keys say what the readers do: documents that use every key of every table are read
// without a finding, and a reader cannot ask past its table.
#include <catch2/catch.hpp>

#include <set>

#include "dsl/form/reader.hpp"
#include "dsl/rulebook/keys.hpp"
#include "dsl/schema/keys.hpp"
#include "tests/support/tiny.hpp"

using namespace colonnade;
using dsl::Key;
using dsl::KeyTable;
using dsl::Node;
using dsl::Shape;

namespace {

using Names = std::set<std::string>;  // `rule.points`

std::string file(const std::string& name) {
    std::ifstream stream(COLONNADE_SOURCE_DIR "/tests/editor/every_key." + name + ".yaml");
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::string name_of(const KeyTable& table, const Key& key) {
    return std::string(table.name) + "." + std::string(key.key);
}

void add_known(const KeyTable& table, Names& names) {
    for (const auto& key : table.keys) {
        names.insert(name_of(table, key));
        if (key.inner != nullptr) add_known(*key.inner, names);
    }
}

void add_used(const KeyTable& table, const Node& node, Names& names) {
    for (const auto& [key, value] : node.entries) {
        const auto* row = table.find(key.text);
        if (row == nullptr) continue;
        names.insert(name_of(table, *row));
        if (row->shape == Shape::Map) add_used(*row->inner, value, names);
        if (row->shape != Shape::MapOfIds && row->shape != Shape::MapOfNames) continue;
        for (const auto& entry : value.entries)
            add_used(*row->inner, entry.value, names);
    }
}

void check_that_all_are_used(const KeyTable& table, const std::string& text) {
    Names known;
    Names used;
    add_known(table, known);
    dsl::Diagnostics diagnostics;
    add_used(table, tests::document_of(tests::source_of(text), diagnostics).root, used);
    CHECK(used == known);
}

}  // namespace

TEST_CASE("each key of the tables is read", "[dsl][keys]") {
    const auto rulebook = file("rulebook");
    check_that_all_are_used(dsl::RulebookKeys, rulebook);
    CHECK(tests::read_book(rulebook).marks().empty());

    const auto schema = file("schema");
    check_that_all_are_used(dsl::SchemaKeys, schema);
    dsl::Diagnostics findings;
    (void)dsl::read_schema(tests::document_of(tests::source_of(schema), findings), findings);
    CHECK(findings.empty());

    const auto list = file("list");
    check_that_all_are_used(dsl::WordListKeys, list);
    (void)dsl::read_word_list(tests::document_of(tests::source_of(list), findings), findings);
    CHECK(findings.empty());
}

TEST_CASE("each key has a meaning, each choice its choices, each map its table", "[dsl][keys]") {
    for (const auto* table :
         {&dsl::RulebookKeys, &dsl::RatingKeys, &dsl::PillarKeys, &dsl::RuleKeys, &dsl::BecauseKeys,
          &dsl::CautionKeys, &dsl::WordListKeys, &dsl::SchemaKeys, &dsl::FactKeys,
          &dsl::FieldKeys}) {
        for (const auto& key : table->keys) {
            INFO(name_of(*table, key));
            CHECK(key.meaning.ends_with('.'));
            CHECK((key.shape == Shape::Choice) == !key.choices.empty());
            const bool is_map = key.shape == Shape::Map || key.shape == Shape::MapOfIds ||
                                key.shape == Shape::MapOfNames;
            CHECK(is_map == (key.inner != nullptr));
        }
        for (const auto key : table->one_of)
            CHECK(table->find(key) != nullptr);
    }
}

TEST_CASE("the types of facts are kinds", "[dsl][keys]") {
    for (const auto type : dsl::FactKeys.find("type")->choices)
        CHECK(dsl::kind_named(type) != dsl::Kind::Error);
    CHECK(dsl::FieldKeys.find("type")->choices.size() + 1 ==
          dsl::FactKeys.find("type")->choices.size());
}

TEST_CASE("a reader cannot ask past its table", "[dsl][keys]") {
    dsl::Diagnostics diagnostics;
    const auto document = tests::document_of(tests::source_of("from: 0%\nen: x\n"), diagnostics);
    const dsl::Form form{document.sources, diagnostics, {"en"}};
    dsl::MapReader rating(form, document.root, document.root.span, dsl::RatingKeys, "a rating");
    CHECK(rating.required("from") != nullptr);
    CHECK_THROWS_AS(rating.optional("from"), std::logic_error);
    CHECK_THROWS_AS(rating.optional("until"), std::logic_error);
    CHECK_THROWS_AS(rating.optional("en"), std::logic_error);
    dsl::MapReader texts(form, document.root, document.root.span, dsl::TextsKeys, "a text");
    CHECK(texts.optional("en") != nullptr);
    CHECK_THROWS_AS(texts.optional("de"), std::logic_error);
    CHECK(diagnostics.empty());
}

TEST_CASE("a language with the name of a key ends in findings only", "[dsl][keys]") {
    for (const std::string language : {"source", "evidence", "title", "en, en"}) {
        auto text = tests::book_with("pass: has photo\nbecause: {source: s, evidence: study}");
        text.replace(text.find("[en]"), 4, "[" + language + "]");
        CHECK_NOTHROW(tests::read_book(text));
    }
}
