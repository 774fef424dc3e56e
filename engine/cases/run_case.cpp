// SPDX-License-Identifier: Apache-2.0
#include "engine/cases/run_case.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "dsl/types/moment.hpp"
#include "engine/read/profile_reader.hpp"

namespace colonnade::engine {
namespace {

void add_elements(const dsl::Elements& alike, int at, std::int64_t as_of, StatedFact& stated) {
    for (std::size_t i = 0; i < alike.count; ++i) {
        auto fields = alike.fields;
        if (alike.ago) {
            const double moment =
                static_cast<double>(as_of) - *alike.ago - alike.step * static_cast<double>(i);
            fields.push_back({at, {false, moment, {}}});
        }
        stated.elements.push_back(std::move(fields));
    }
}

Answers answers_of(const dsl::GivenProfile& profile, const dsl::Catalogue& catalogue,
                   std::int64_t as_of) {
    Answers answers;
    for (const auto& given : profile.facts) {
        StatedFact stated;
        stated.fact = given.fact;
        stated.unknown = given.unknown;
        stated.value = given.value;
        const int at = catalogue.facts[static_cast<std::size_t>(given.fact)].at;
        for (const auto& alike : given.elements)
            add_elements(alike, at, as_of, stated);
        answers.push_back(std::move(stated));
    }
    return answers;
}

// A document that holds nothing but how far back lists reach.
std::string coverage_document(const dsl::GivenProfile& profile, const dsl::Catalogue& catalogue) {
    std::string lists;
    for (const auto& [fact, from] : profile.covers)
        lists +=
            fmt::format("{}\"{}\":\"{}\"", lists.empty() ? "" : ",",
                        catalogue.facts[static_cast<std::size_t>(fact)].name, dsl::time_text(from));
    return fmt::format("{{\"profile\":1,\"coverage\":{{{}}}}}", lists);
}

Batch batch_of(const LoadedRulebook& loaded, const LoadedSuite& suite, const dsl::Case& test) {
    const auto& profile = test.profile;
    const auto* document = profile.file.empty() ? nullptr : &suite.documents.at(profile.file);
    const auto as_of = test.as_of ? *test.as_of : document->as_of;
    const auto answers = answers_of(profile, loaded.catalogue, as_of);
    ProfileReader reader(loaded.catalogue);
    BatchBuilder builder(loaded.catalogue, loaded.program.projection);
    const auto json =
        document == nullptr ? coverage_document(profile, loaded.catalogue) : document->json;
    // Everything was checked when the suite was loaded.
    if (reader.read(json, {as_of, {}, test.name, &answers}, builder))
        throw std::logic_error("the profile of a checked case is refused");
    return builder.take();
}

}  // namespace

bool CaseOutcome::passed() const {
    return std::all_of(checks.begin(), checks.end(), [](const auto& c) { return c.passed; });
}

CaseOutcome run_case(const LoadedRulebook& loaded, const LoadedSuite& suite, const dsl::Case& test,
                     FunctionHost& functions, Coverage& coverage) {
    const auto batch = batch_of(loaded, suite, test);
    const ScoredBatch scored(loaded, batch, functions);
    coverage.note(scored);
    for (const auto& language : loaded.rulebook.languages)
        coverage.note_texts(scored.explain(0, language));
    return {test.name, suite.source->place(test.span.begin).line,
            compare(test, scored, loaded.rulebook.languages.front())};
}

}  // namespace colonnade::engine
