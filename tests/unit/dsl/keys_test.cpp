// SPDX-License-Identifier: Apache-2.0
// The tables of keys say what the readers do: documents that use every key of every table are read
// without a finding, and a reader cannot ask past its table.
#include "dsl/rulebook/keys.hpp"
#include "dsl/form/reader.hpp"
#include "dsl/schema/keys.hpp"
#include "tests/support/every_key.hpp"

using namespace colonnade;

TEST_CASE("each key of the tables is read", "[dsl][keys]") {
    const auto rulebook = tests::every_key_of("rulebook");
    tests::check_that_all_are_used(dsl::RulebookKeys, rulebook);
    CHECK(tests::read_book(rulebook).marks().empty());

    const auto schema = tests::every_key_of("schema");
    tests::check_that_all_are_used(dsl::SchemaKeys, schema);
    dsl::Diagnostics findings;
    (void)dsl::read_schema(tests::document_of(tests::source_of(schema), findings), findings);
    CHECK(findings.empty());

    const auto list = tests::every_key_of("list");
    tests::check_that_all_are_used(dsl::WordListKeys, list);
    (void)dsl::read_word_list(tests::document_of(tests::source_of(list), findings), findings);
    CHECK(findings.empty());
}

TEST_CASE("each key has a meaning, each choice its choices, each map its table", "[dsl][keys]") {
    for (const auto* table :
         {&dsl::RulebookKeys, &dsl::RatingKeys, &dsl::PillarKeys, &dsl::RuleKeys, &dsl::BecauseKeys,
          &dsl::CautionKeys, &dsl::WordListKeys, &dsl::SchemaKeys, &dsl::FactKeys, &dsl::FieldKeys})
        tests::check_that_all_are_told(*table);
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
