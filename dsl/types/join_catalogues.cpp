// SPDX-License-Identifier: Apache-2.0
#include "dsl/types/join_catalogues.hpp"

#include <cstddef>
#include <optional>
#include <utility>

namespace colonnade::dsl {
namespace {

// What a fact or a field holds is read by its kind, its values and its bounds; nothing else of it
// matters to data.
template <class Item>
std::optional<std::string> difference(const Item& a, const Item& b) {
    if (a.type.kind != b.type.kind) return "kind";
    if (a.type.is(Kind::Category) && (a.type.category->values != b.type.category->values ||
                                      a.type.category->ordered != b.type.category->ordered))
        return "values";
    if (a.bounds.min != b.bounds.min || a.bounds.max != b.bounds.max) return "bounds";
    return std::nullopt;
}

class Joiner {
public:
    explicit Joiner(const Catalogue& first) { joined_.catalogue = first; }

    std::variant<JoinedCatalogue, CatalogueConflict> join(const Catalogue& second) {
        for (const auto& fact : second.facts) {
            if (auto conflict = add(fact)) return std::move(*conflict);
        }
        return std::move(joined_);
    }

private:
    std::optional<CatalogueConflict> add(const Fact& fact) {
        auto& facts = joined_.catalogue.facts;
        auto place = joined_.catalogue.fact_index(fact.name);
        if (place < 0) {
            place = static_cast<int>(facts.size());
            facts.push_back(fact);
        }
        joined_.facts.push_back(place);
        auto& known = facts[static_cast<std::size_t>(place)];
        if (auto what = difference(known, fact)) return CatalogueConflict{fact.name, *what};
        return add_fields(fact, known);
    }

    std::optional<CatalogueConflict> add_fields(const Fact& fact, Fact& known) {
        auto& places = joined_.fields.emplace_back();
        for (const auto& field : fact.fields) {
            auto place = known.field_index(field.name);
            if (place < 0) {
                place = static_cast<int>(known.fields.size());
                known.fields.push_back(field);
            }
            places.push_back(place);
            const auto what = difference(known.fields[static_cast<std::size_t>(place)], field);
            if (what) return CatalogueConflict{fact.name + "." + field.name, *what};
        }
        known.at = known.field_index("at");
        return std::nullopt;
    }

    JoinedCatalogue joined_;
};

}  // namespace

std::variant<JoinedCatalogue, CatalogueConflict> join_catalogues(const Catalogue& first,
                                                                 const Catalogue& second) {
    return Joiner(first).join(second);
}

}  // namespace colonnade::dsl
