// SPDX-License-Identifier: Apache-2.0
// Chapters of totals: a small rulebook and a profile are scored, and each row names one figure of
// the score. The engine and the reference must both give it; bounds are the engine's alone.
#include <catch2/catch.hpp>

#include "engine/explain/scored_batch.hpp"
#include "tests/support/reference_total.hpp"
#include "tests/tables/chapter.hpp"

using namespace colonnade;
using namespace colonnade::tests;
using Figure = std::optional<double>;

namespace {

constexpr double SixDecimals = 5.1e-7;

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

// Titles, which change no figure, are left out of the chapters.
std::string whole(const std::string& pillars) {
    return "colonnade: 1\nrulebook: small\nschema: everything\nlanguages: [en]\ntitle: {en: T}\n"
           "pillars:\n" +
           replaced(replaced(pillars, "{points:", "{title: {en: R}, points:"),
                    "{weight:", "{title: {en: P}, weight:");
}

// The figures of a score by their names in the chapters.
using Figures = std::map<std::string, Figure>;

Figures engine_figures(const Book& book, const std::string& profile) {
    const auto batch = batch_of(book, {profile});
    ColumnFunctions functions;
    const engine::ScoredBatch scored(book.loaded, batch, functions);
    const auto& score = scored.score(0);
    Figures figures{{"total", score.total},
                    {"assessed", score.assessed},
                    {"low", score.low},
                    {"high", score.high}};
    std::size_t r = 0;
    for (std::size_t p = 0; p < score.pillars.size(); ++p) {
        const auto& pillar = book.loaded.rulebook.pillars[p];
        figures[pillar.id] = score.pillars[p].points;
        figures[pillar.id + " of"] = score.pillars[p].of;
        figures[pillar.id + " withheld"] = score.pillars[p].withheld;
        for (const auto& rule : pillar.rules) {
            const auto& figure = score.rules[r++];
            const bool assessed = figure.status == engine::Status::Assessed;
            figures[rule.id] = assessed ? Figure(figure.points) : std::nullopt;
            figures[rule.id + " of"] = figure.of;
            figures[rule.id + " worth"] = figure.worth;
        }
    }
    return figures;
}

Figures reference_figures(const Book& book, const std::string& profile) {
    const auto plain = from_json(profile, everything());
    const auto& rulebook = book.loaded.rulebook;
    const ReferenceEvaluator evaluator(rulebook.nodes, everything(), rulebook.lists,
                                       plain_functions(), plain);
    const auto total = reference_total(rulebook, evaluator, plain.as_of);
    Figures figures{{"total", total.total}, {"assessed", total.assessed}};
    for (std::size_t p = 0; p < total.pillars.size(); ++p) {
        const auto& pillar = total.pillars[p];
        figures[rulebook.pillars[p].id] = pillar.points;
        figures[rulebook.pillars[p].id + " of"] = pillar.of;
        for (std::size_t r = 0; r < pillar.rules.size(); ++r) {
            const auto& id = rulebook.pillars[p].rules[r].id;
            figures[id] = pillar.rules[r].share ? Figure(pillar.rules[r].points) : std::nullopt;
            figures[id + " of"] = pillar.rules[r].of;
        }
    }
    return figures;
}

void check(const ChapterRow& row, const Figures& figures) {
    const auto& figure = figures.at(row.text);
    if (row.result == "none") {
        CHECK_FALSE(figure.has_value());
        return;
    }
    REQUIRE(figure.has_value());
    const double expected = std::get<double>(value_named(row, row.result, {dsl::Kind::Number}));
    CHECK(*figure == Approx(expected).margin(SixDecimals).epsilon(0));
}

}  // namespace

TEST_CASE("totals are what the tables say", "[tables]") {
    for (const auto& chapter : chapters(Totals)) {
        for (const auto& row : chapter.rows) {
            INFO(row.place << ": " << row.text << " => " << row.result);
            INFO(row.rulebook << row.profile);
            const auto book = read_everything(whole(row.rulebook));
            REQUIRE_FALSE(book->has_errors);
            check(row, engine_figures(*book, row.profile));
            const auto reference = reference_figures(*book, row.profile);
            if (reference.contains(row.text)) check(row, reference);
        }
    }
}
