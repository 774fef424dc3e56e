// SPDX-License-Identifier: Apache-2.0
// The keys of a mapping file: a mapping that uses every one of them is read without a finding.
#include "engine/map/mapping.hpp"
#include "tests/support/every_key.hpp"

using namespace colonnade;

TEST_CASE("each key of a mapping is read", "[map][keys]") {
    const auto text = tests::every_key_of("map");
    tests::check_that_all_are_used(engine::MappingKeys, text);
    dsl::Diagnostics findings;
    const auto document = tests::document_of(tests::source_of(text), findings);
    const auto mapping = engine::read_mapping(document, tests::tiny_catalogue(), findings);
    CHECK(findings.empty());
    CHECK(mapping.name == "every-key");
    CHECK(mapping.facts.size() == 4);
    CHECK(mapping.lists.size() == 1);
}

TEST_CASE("each key of a mapping is told", "[map][keys]") {
    for (const auto* table :
         {&engine::MappingKeys, &engine::MappedCellKeys, &engine::MappedListKeys})
        tests::check_that_all_are_told(*table);
}
