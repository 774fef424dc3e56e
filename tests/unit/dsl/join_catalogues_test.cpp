// SPDX-License-Identifier: Apache-2.0
// Two schemas are joined where they agree on what both know, whatever their order.
#include "dsl/types/join_catalogues.hpp"

#include <catch2/catch.hpp>

using namespace colonnade::dsl;

namespace {

Fact fact(std::string name, Kind kind) {
    Fact made;
    made.name = std::move(name);
    made.type = {kind};
    return made;
}

Field field(std::string name, Kind kind) {
    Field made;
    made.name = std::move(name);
    made.type = {kind};
    return made;
}

Type one_of(std::vector<std::string> values) {
    auto category = std::make_shared<Category>();
    category->values = std::move(values);
    return {Kind::Category, category};
}

Fact posts(std::vector<Field> fields) {
    auto made = fact("posts", Kind::List);
    made.fields = std::move(fields);
    made.at = made.field_index("at");
    return made;
}

std::string conflict(const Catalogue& a, const Catalogue& b) {
    const auto joined = join_catalogues(a, b);
    const auto* found = std::get_if<CatalogueConflict>(&joined);
    return found == nullptr ? "" : found->fact + ": " + found->what;
}

}  // namespace

TEST_CASE("schemas: facts of the first stay, those of the second are found by name") {
    Catalogue first;
    first.facts = {fact("photo", Kind::YesNo), posts({field("words", Kind::Number)})};
    Catalogue second;
    second.facts = {fact("motto", Kind::Text),
                    posts({field("at", Kind::Time), field("words", Kind::Number)}),
                    fact("photo", Kind::YesNo)};
    const auto joined = std::get<JoinedCatalogue>(join_catalogues(first, second));
    CHECK(joined.catalogue.fact_names() == std::vector<std::string>{"photo", "posts", "motto"});
    CHECK(joined.facts == std::vector<int>{2, 1, 0});
    CHECK(joined.fields == std::vector<std::vector<int>>{{}, {1, 0}, {}});
    CHECK(joined.catalogue.facts[1].at == 1);
}

TEST_CASE("schemas: what both know must hold the same") {
    Catalogue a;
    Catalogue b;
    a.facts = b.facts = {fact("fans", Kind::Number), posts({field("kind", Kind::Category)})};
    a.facts[1].fields[0].type = one_of({"text", "link"});
    b.facts[1].fields[0].type = one_of({"text", "link"});
    CHECK(conflict(a, b) == "");
    b.facts[1].fields[0].type = one_of({"link", "text"});
    CHECK(conflict(a, b) == "posts.kind: values");
    b.facts[0].bounds.min = 0;
    CHECK(conflict(a, b) == "fans: bounds");
    b.facts[0].type = {Kind::Share};
    CHECK(conflict(a, b) == "fans: kind");
}
