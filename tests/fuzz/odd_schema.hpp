// SPDX-License-Identifier: Apache-2.0
// What no schema that comes along has: a fact that is named like a key of documents, a day of
// joining that is none, bounds of every kind, and words that are hard to tell apart or to write.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "dsl/types/catalogue.hpp"

namespace colonnade::fuzz {

// The first eight letters and the length of the first two are the same.
inline dsl::Type hard_words() {
    return {dsl::Kind::Category,
            std::make_shared<const dsl::Category>(dsl::Category{
                {"alike-as-one", "alike-as-two", "with \"quotes\"", "ä"}, {{}, {}, {}, {}}, true})};
}

// Of each kind that one value has.
inline std::vector<dsl::Field> odd_fields() {
    constexpr double Year2000 = 946'684'800;
    constexpr double Year2030 = 1'893'456'000;
    constexpr double Day = 86'400;
    const auto field = [](std::string name, dsl::Type type, dsl::Bounds bounds = {}) {
        dsl::Field made;
        made.name = std::move(name);
        made.type = std::move(type);
        made.bounds = bounds;
        return made;
    };
    using dsl::Kind;
    dsl::Bounds below;
    below.max = 10;
    return {field("day", {Kind::Date}, {Year2000, Year2030}),
            field("moment", {Kind::Time}, {Year2000, Year2030}),
            field("wait", {Kind::Duration}, {0, Day}),
            field("pace", {Kind::Rate}, {0, 1 / Day}),
            field("grade", {Kind::Number}, below),
            field("word", hard_words()),
            field("said", {Kind::Text})};
}

inline const dsl::Catalogue& odd_schema() {
    static const auto odd = [] {
        dsl::Catalogue schema;
        schema.schema = "odd";
        for (auto& field : odd_fields()) {
            dsl::Fact fact;
            fact.name = field.name;
            fact.type = field.type;
            fact.bounds = field.bounds;
            schema.facts.push_back(std::move(fact));
        }
        dsl::Fact joined;
        joined.name = "joined";
        joined.type = {dsl::Kind::Number};
        dsl::Fact id;
        id.name = "id";
        id.type = {dsl::Kind::Text};
        dsl::Fact all;
        all.name = "all";
        all.type = {dsl::Kind::List};
        all.fields = odd_fields();
        schema.facts.insert(schema.facts.end(), {joined, id, all});
        return schema;
    }();
    return odd;
}

}  // namespace colonnade::fuzz
