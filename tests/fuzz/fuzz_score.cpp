// SPDX-License-Identifier: Apache-2.0
// The engine against the reference evaluator. Up to a line `---` stands an expression, or what a
// rulebook says from `pillars:` on; then profile documents, a line each. What both read, both find
// the same for, to the bit, one by one and all at once; and no score leaves its bounds.
#include <bit>
#include <cmath>

#include "engine/bounds/bound_evaluator.hpp"
#include "engine/explain/scored_batch.hpp"
#include "engine/read/profile_reader.hpp"
#include "engine/score/score_columns.hpp"
#include "tests/fuzz/fuzz.hpp"
#include "tests/support/reference_total.hpp"
#include "tests/support/world.hpp"

using namespace colonnade;
using namespace colonnade::tests;
using fuzz::hold;

namespace {

constexpr std::string_view Border = "\n---\n";
constexpr std::string_view Head =
    "colonnade: 1\nrulebook: fuzzed\nschema: everything\nlanguages: [en]\ntitle: {en: T}\n";
constexpr std::size_t MostProfiles = 4;
// Sums over many rules end a few bits beside the exact value.
constexpr double Slack = 1e-9;

struct Case {
    std::string rules;
    std::vector<std::string> documents;
    std::vector<PlainProfile> profiles;

    // For failures.
    [[nodiscard]] std::string told(std::size_t row) const { return rules + "\n" + documents[row]; }
};

bool is_document(const std::string& line) {
    static const auto all = engine::Projection::all(everything());
    engine::ProfileReader reader(everything());
    engine::BatchBuilder builder(everything(), all);
    return !reader.read(line, {}, builder);
}

// The plain reader takes documents without mistakes and unknown keys only.
void add(const std::string& document, Case& found) {
    if (!is_document(document)) return;
    try {
        found.profiles.push_back(from_json(document, everything()));
        found.documents.push_back(document);
    } catch (const std::exception&) {
        return;
    }
}

// A profile that says nothing comes along with the others.
Case case_in(const std::string& text) {
    const auto border = text.find(Border);
    Case found{text.substr(0, border), {}, {}};
    add(R"({"profile":1,"as_of":"2026-11-20"})", found);
    auto rest = border == std::string::npos ? "" : text.substr(border + Border.size());
    while (!rest.empty() && found.documents.size() < MostProfiles) {
        const auto end = std::min(rest.find('\n'), rest.size());
        add(rest.substr(0, end), found);
        rest.erase(0, end + 1);
    }
    return found;
}

std::string shown(const std::optional<PlainValue>& value) {
    if (!value) return "unknown";
    if (const auto* text = std::get_if<std::string>(&*value)) return '"' + *text + '"';
    const double number = std::get<double>(*value);
    return std::to_string(number) + " " + std::to_string(std::bit_cast<std::uint64_t>(number));
}

// The value of the only measure for each row of a batch, within its bounds.
std::vector<std::string> engine_values(const Book& book,
                                       const std::vector<std::string>& documents) {
    const auto batch = batch_of(book, documents);
    ColumnFunctions functions;
    const auto& program = book.loaded.program;
    engine::Evaluator evaluator(program, book.loaded.rulebook, batch, functions);
    evaluator.run();
    const int measure = program.rules.front().measure;
    std::vector<std::string> values;
    for (std::size_t row = 0; row < batch.rows; ++row) {
        const auto value = value_of(book, evaluator, measure, row);
        values.push_back(shown(value));
        const auto* number = value ? std::get_if<double>(&*value) : nullptr;
        hold(number == nullptr || std::isfinite(*number), "a value is a number", values.back());
        if (number == nullptr) continue;
        engine::BoundEvaluator bounds(program, evaluator);
        bounds.run(row);
        const auto& within = bounds.of(measure);
        hold(within.low <= *number && *number <= within.high, "a value lies within its bounds",
             values.back());
    }
    return values;
}

void check_expression(const Case& found) {
    const auto book = measuring(found.rules);
    if (book->has_errors) return;
    const auto& rulebook = book->loaded.rulebook;
    // It may be named, and has no value of its own.
    if (rulebook.nodes.at(rulebook.defines.front().node).type.is(dsl::Kind::List)) return;
    const auto together = engine_values(*book, found.documents);
    for (std::size_t row = 0; row < found.documents.size(); ++row) {
        const ReferenceEvaluator reference(rulebook.nodes, everything(), rulebook.lists,
                                           plain_functions(), found.profiles[row]);
        const auto expected = shown(reference.value(rulebook.defines.front().node));
        hold(together[row] == expected, "the engine finds what the reference finds",
             found.told(row) + "\n" + together[row] + "\nexpected " + expected);
        hold(engine_values(*book, {found.documents[row]}).front() == expected,
             "whatever stands beside a profile", found.told(row));
    }
}

bool close(const std::optional<double>& one, const std::optional<double>& other) {
    return one.has_value() == other.has_value() && (!one || std::abs(*one - *other) <= Slack);
}

void check_score(const engine::Score& score, const PlainTotal& expected, const std::string& told) {
    hold(close(score.total, expected.total), "a total is that of the reference", told);
    hold(std::abs(score.assessed - expected.assessed) <= Slack, "so is what is assessed", told);
    hold(0 <= score.low && score.low <= score.high && score.high <= 100, "bounds are bounds", told);
    hold(!score.total || (score.low <= *score.total && *score.total <= score.high),
         "a total lies within its bounds", told);
    for (std::size_t p = 0; p < score.pillars.size(); ++p)
        hold(close(score.pillars[p].points, expected.pillars[p].points),
             "a pillar is that of the reference", told);
    std::size_t r = 0;
    for (const auto& pillar : expected.pillars) {
        for (const auto& rule : pillar.rules) {
            const auto& scored = score.rules[r++];
            const bool assessed = scored.status == engine::Status::Assessed;
            hold(assessed == rule.share.has_value(), "a rule is assessed as in the reference",
                 told);
            hold(!assessed || close(scored.points, rule.points), "so are its points", told);
        }
    }
}

void check_rulebook(const Case& found) {
    const auto book = read_everything(std::string(Head) + found.rules);
    if (book->has_errors) return;
    const auto& rulebook = book->loaded.rulebook;
    const auto batch = batch_of(*book, found.documents);
    ColumnFunctions functions;
    const engine::ScoredBatch scored(book->loaded, batch, functions);
    engine::BatchScorer scorer(rulebook, book->loaded.program, functions);
    const auto& columns = scorer.score(batch);
    for (std::size_t row = 0; row < batch.rows; ++row) {
        const ReferenceEvaluator reference(rulebook.nodes, everything(), rulebook.lists,
                                           plain_functions(), found.profiles[row]);
        const auto& score = scored.score(row);
        check_score(score, reference_total(rulebook, reference, found.profiles[row].as_of),
                    found.told(row));
        const bool same = (columns.assessed[row] != 0) == score.total.has_value() &&
                          (!score.total || columns.total[row] == *score.total) &&
                          columns.low[row] == score.low && columns.high[row] == score.high;
        hold(same, "columns of scores are the scores, to the bit", found.told(row));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto found = case_in(fuzz::text_of(data, size));
    if (found.rules.starts_with("pillars:")) {
        check_rulebook(found);
    } else {
        check_expression(found);
    }
    return 0;
}
