// SPDX-License-Identifier: Apache-2.0
#include "dsl/types/catalogue.hpp"

#include <algorithm>

namespace colonnade::dsl {
namespace {

template <class Item>
int index_by_name(const std::vector<Item>& items, std::string_view name) {
    const auto at = std::find_if(items.begin(), items.end(),
                                 [&](const Item& item) { return item.name == name; });
    return at == items.end() ? -1 : static_cast<int>(at - items.begin());
}

}  // namespace

int Fact::field_index(std::string_view field) const {
    return index_by_name(fields, field);
}

int Catalogue::fact_index(std::string_view name) const {
    return index_by_name(facts, name);
}

std::vector<std::string> Catalogue::fact_names() const {
    std::vector<std::string> names;
    for (const auto& fact : facts)
        names.push_back(fact.name);
    return names;
}

}  // namespace colonnade::dsl
