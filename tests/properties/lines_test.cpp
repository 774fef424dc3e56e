// SPDX-License-Identifier: Apache-2.0
// Reading NDJSON quickly and reading it document by document are the same, to the last bit of every
// column and the last letter of every refusal.
#include <rapidcheck/catch.h>

#include "tests/properties/random_line.hpp"
#include "tests/support/plain_lines.hpp"
#include "tests/support/world.hpp"

using namespace colonnade;
using namespace colonnade::tests;

namespace {

engine::Projection random_projection(std::mt19937& chance) {
    auto projection = engine::Projection::all(everything());
    if (chance() % 2 == 0) return projection;
    for (std::size_t f = 0; f < projection.facts.size(); ++f) {
        projection.facts[f] = chance() % 3 == 0 ? 0 : 1;
        for (auto& field : projection.fields[f])
            field = projection.facts[f] != 0 && chance() % 3 != 0 ? 1 : 0;
    }
    return projection;
}

}  // namespace

TEST_CASE("lines read quickly are what documents read one by one are") {
    rc::prop("whatever the lines", [](std::uint32_t seed) {
        std::mt19937 chance(seed);
        LineMaker maker(seed);
        const auto projection = random_projection(chance);
        engine::ReadOptions options;
        options.default_id = "line";
        if (chance() % 4 == 0) options.as_of = 1'795'176'000;
        PlainLineReader plain(everything(), projection, options);
        const bool is_wide = engine::has_wide() && chance() % 2 == 0;
        engine::LineReader quick(everything(), projection, options, is_wide);
        for (std::size_t first = 1; first < 40; first += 10) {
            const auto text = maker.lines();
            auto quickly = read_all(quick, {text, first});
            const auto differs = difference(quickly, plain.read({text, first}));
            if (!differs.empty()) RC_FAIL(differs + "\n" + text);
            quick.reuse(std::move(quickly.batch));
        }
    });
}
