// SPDX-License-Identifier: Apache-2.0
#include "cli/fact_search.hpp"

#include <algorithm>

#include "dsl/text/unicode.hpp"

namespace colonnade::cli {
namespace {

class Search {
public:
    explicit Search(std::string_view word) : word_(dsl::lower(word)) {}

    bool holds(std::string_view text) const {
        return dsl::lower(text).find(word_) != std::string::npos;
    }
    bool holds(const dsl::Texts& texts) const {
        return std::any_of(texts.items().begin(), texts.items().end(),
                           [&](const auto& text) { return holds(text.second); });
    }
    bool holds(const dsl::Type& type) const {
        if (type.category == nullptr) return false;
        const auto& category = *type.category;
        return std::any_of(category.values.begin(), category.values.end(),
                           [&](const auto& value) { return holds(value); }) ||
               std::any_of(category.titles.begin(), category.titles.end(),
                           [&](const auto& title) { return holds(title); });
    }
    // Of a fact, a field or a function.
    template <class Named>
    bool tells(const Named& named) const {
        return holds(named.name) || holds(named.title) || holds(named.description);
    }

private:
    std::string word_;
};

}  // namespace

FactList find_facts(const dsl::Catalogue& catalogue, std::string_view word) {
    const Search search(word);
    FactList found{catalogue.schema, {}, {}, {}};
    for (const auto& fact : catalogue.facts) {
        const bool in_field = std::any_of(
            fact.fields.begin(), fact.fields.end(),
            [&](const auto& field) { return search.tells(field) || search.holds(field.type); });
        if (search.tells(fact) || search.holds(fact.type) || in_field) found.facts.push_back(&fact);
    }
    for (const auto& function : catalogue.functions) {
        if (search.tells(function) || search.holds(function.plugin))
            found.functions.push_back(&function);
    }
    for (const auto& function : dsl::built_in_functions()) {
        if (search.holds(function.name) || search.holds(function.de) || search.holds(function.en))
            found.built_in.push_back(&function);
    }
    return found;
}

}  // namespace colonnade::cli
