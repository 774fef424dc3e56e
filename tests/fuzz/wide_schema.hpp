// SPDX-License-Identifier: Apache-2.0
// The bundled schema, and of the small one of the golden cases what that has no kind of: shares,
// durations, rates, dates, categories with an order, functions.
#pragma once

#include <algorithm>
#include <iterator>

#include "tests/fuzz/fuzz.hpp"
#include "tests/support/tiny.hpp"

namespace colonnade::fuzz {

inline const dsl::Catalogue& wide_schema() {
    static const auto all = [] {
        auto schema = bundled_schema();
        const auto tiny = tests::tiny_catalogue();
        std::copy_if(tiny.facts.begin(), tiny.facts.end(), std::back_inserter(schema.facts),
                     [&](const auto& fact) { return schema.fact_index(fact.name) < 0; });
        schema.functions = tiny.functions;
        return schema;
    }();
    return all;
}

}  // namespace colonnade::fuzz
