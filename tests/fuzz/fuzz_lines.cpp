// SPDX-License-Identifier: Apache-2.0
// NDJSON: of any bytes the quick way makes the very same columns and refusals as reading document
// by document, whatever lines it has seen before. Behind a `!` the lines are of an odd schema,
// behind an `=` of people who state something, behind a `:` of one whose id is given.
#include "engine/read/line_reader.hpp"
#include "tests/fuzz/odd_schema.hpp"
#include "tests/fuzz/wide_schema.hpp"
#include "tests/support/plain_lines.hpp"

using namespace colonnade;
using fuzz::hold;

namespace {

constexpr auto Good =
    R"({"profile":1,"id":"good","as_of":"2026-11-20","photo":true,"headline":"Grüße","joined":)"
    R"("2014-03-01","followers":7,"coverage":{"messages":"2026-01-01"},"posts":[{"at":)"
    R"("2026-11-01","kind":"text","words":12},{}],"skills":[{"name":"C++","endorsements":3}],)"
    R"("messages":[],"stated":["photo"]})"
    "\n";

// As a scorecard would: every second fact, and of lists every field but the second.
engine::Projection some(const dsl::Catalogue& schema) {
    auto projection = engine::Projection::none(schema);
    for (std::size_t f = 0; f < projection.facts.size(); ++f) {
        const bool is_needed = f % 2 == 0;
        projection.facts[f] = is_needed ? 1 : 0;
        for (std::size_t i = 0; i < projection.fields[f].size(); ++i)
            projection.fields[f][i] = is_needed && i != 1 ? 1 : 0;
    }
    return projection;
}

struct Pair {
    tests::PlainLineReader plain;
    engine::LineReader quick;

    Pair(const dsl::Catalogue& schema, const engine::Projection& projection,
         const engine::ReadOptions& options, bool is_wide)
        : plain(schema, projection, options), quick(schema, projection, options, is_wide) {}

    // The copy ends where the text does, so that the sanitizers see whoever reads on.
    void read(const std::string& text) {
        const std::vector<char> bytes(text.begin(), text.end());
        const engine::Lines lines{{bytes.data(), bytes.size()}, 1};
        auto quickly = tests::read_all(quick, lines);
        const auto differs = tests::difference(quickly, plain.read(lines));
        hold(differs.empty(), "both ways of reading give the same", differs + "\n" + text);
        quick.reuse(std::move(quickly.batch));
    }
};

// The same fact twice, a list and its fields, and of facts that nobody needs.
const engine::Answers& answers() {
    static const auto stated = [] {
        const auto& schema = fuzz::wide_schema();
        engine::Answers all;
        for (const auto* name : {"photo", "photo", "followers", "headline", "skills", "posts"}) {
            engine::StatedFact fact;
            fact.fact = schema.fact_index(name);
            const auto& declared = schema.facts.at(static_cast<std::size_t>(fact.fact));
            fact.value = {declared.type.is(dsl::Kind::Text), 1, "stated"};
            std::vector<engine::StatedField> fields;
            for (std::size_t i = 0; i < declared.fields.size(); ++i)
                fields.push_back({static_cast<int>(i),
                                  {declared.fields[i].type.is(dsl::Kind::Text), 1, "stated"}});
            if (declared.type.is(dsl::Kind::List)) fact.elements = {fields, {}};
            all.push_back(std::move(fact));
        }
        return all;
    }();
    return stated;
}

struct Way {
    const dsl::Catalogue& schema = fuzz::wide_schema();
    engine::ReadOptions options = {{}, "line", "", nullptr};
};

// Nothing of the mark is left.
Way way_of(std::string& text) {
    static const engine::Answers none;
    Way way;
    const char mark = text.empty() ? '\0' : text.front();
    if (mark != '!' && mark != '=' && mark != ':') return way;
    text.erase(0, 1);
    if (mark == '!') return {fuzz::odd_schema()};
    if (mark == ':') way.options.id = "given";
    if (mark == '=') way.options.answers = text.starts_with('{') ? &answers() : &none;
    return way;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto text = fuzz::text_of(data, size);
    const auto [schema, options] = way_of(text);
    const auto everything = engine::Projection::all(schema);
    const auto something = some(schema);
    // One of sixteen ways each, so that more of them are tried.
    const auto& projection = size % 2 == 0 ? everything : something;
    const auto as_of =
        size / 2 % 2 == 0 ? std::optional<std::int64_t>() : std::optional<std::int64_t>(0);
    const bool is_wide = engine::has_wide() && size / 8 % 2 == 0;
    Pair pair(schema, projection, {as_of, options.default_id, options.id, options.answers},
              is_wide);
    pair.read("");
    if (size / 4 % 2 == 0) pair.read(text);
    pair.read(Good + text + "\n" + Good);
    if (size / 4 % 2 == 1) pair.read(text);
    return 0;
}
