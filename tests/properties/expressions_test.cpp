// SPDX-License-Identifier: Apache-2.0
// Any expression on any profile: the engine gives what the reference evaluator gives, to the bit,
// whatever stands beside the profile in its batch; the bounds hold what it can turn out to be, and
// only narrow; and printing keeps it.
#include <rapidcheck/catch.h>

#include <bit>

#include "dsl/expr/parse.hpp"
#include "dsl/expr/print.hpp"
#include "engine/bounds/bound_evaluator.hpp"
#include "tests/properties/dice.hpp"
#include "tests/properties/random_expression.hpp"
#include "tests/properties/random_profile.hpp"
#include "tests/support/dump_ast.hpp"
#include "tests/support/world.hpp"

using namespace colonnade;
using namespace colonnade::tests;

namespace {

std::string shown(const std::optional<PlainValue>& value) {
    if (!value) return "unknown";
    if (const auto* text = std::get_if<std::string>(&*value)) return '"' + *text + '"';
    const double number = std::get<double>(*value);
    return std::to_string(number) + " " + std::to_string(std::bit_cast<std::uint64_t>(number));
}

std::unique_ptr<Book> book_for(const std::string& expression) {
    auto book = measuring(expression);
    for (const auto& finding : book->findings) {
        if (dsl::severity_of(finding.code) == dsl::Severity::Error)
            RC_FAIL(expression + ": " + finding.message);
    }
    return book;
}

// What the engine gives for each of the profiles, read in batches of `size`.
std::vector<std::string> engine_values(const Book& book, const std::vector<PlainProfile>& profiles,
                                       std::size_t size) {
    std::vector<std::string> values;
    for (std::size_t at = 0; at < profiles.size(); at += size) {
        std::vector<std::string> documents;
        for (std::size_t i = at; i < std::min(at + size, profiles.size()); ++i)
            documents.push_back(to_json(profiles[i], everything()));
        const auto batch = batch_of(book, documents);
        ColumnFunctions functions;
        engine::Evaluator evaluator(book.loaded.program, book.loaded.rulebook, batch, functions);
        evaluator.run();
        for (std::size_t row = 0; row < batch.rows; ++row)
            values.push_back(
                shown(value_of(book, evaluator, book.loaded.program.rules.front().measure, row)));
    }
    return values;
}

std::vector<PlainProfile> some_profiles(int count) {
    std::vector<PlainProfile> profiles;
    for (int i = 0; i < count; ++i)
        profiles.push_back(random_profile(one_of(std::vector<int>{70, 100, 90, 30})));
    return profiles;
}

// The interval of the measure, and its value, of one profile.
struct Measured {
    engine::Interval interval;
    std::optional<PlainValue> value;
};

// Who knows more never contradicts what was certain before.
bool lies_in(const engine::Interval& narrowed, const engine::Interval& before) {
    if (narrowed.none && !before.none) return false;
    return !narrowed.has_value() ||
           (narrowed.low >= before.low - 1e-9 && narrowed.high <= before.high + 1e-9);
}

Measured measure(const Book& book, const PlainProfile& profile) {
    const auto batch = batch_of(book, {to_json(profile, everything())});
    ColumnFunctions functions;
    engine::Evaluator evaluator(book.loaded.program, book.loaded.rulebook, batch, functions);
    evaluator.run();
    engine::BoundEvaluator bounds(book.loaded.program, evaluator);
    bounds.run(0);
    const int instruction = book.loaded.program.rules.front().measure;
    return {bounds.of(instruction), value_of(book, evaluator, instruction, 0)};
}

}  // namespace

TEST_CASE("the engine agrees with the reference", "[properties]") {
    rc::prop("in batches of one, of any size and of all", [] {
        const auto expression = random_expression(between(0, 4));
        const auto book = book_for(expression);
        const int all = chance(90) ? 7 : 65;
        const auto profiles = some_profiles(all);
        std::vector<std::string> expected;
        for (const auto& profile : profiles) {
            const ReferenceEvaluator reference(book->loaded.rulebook.nodes, everything(),
                                               book->loaded.rulebook.lists, plain_functions(),
                                               profile);
            expected.push_back(shown(reference.value(book->loaded.rulebook.defines.front().node)));
        }
        for (const int size : {1, between(2, all - 1), all}) {
            const auto values = engine_values(*book, profiles, static_cast<std::size_t>(size));
            for (std::size_t i = 0; i < values.size(); ++i) {
                if (values[i] == expected[i]) continue;
                RC_FAIL(expression + "\non " + to_json(profiles[i], everything()) + "\ngives " +
                        values[i] + ", expected " + expected[i]);
            }
        }
    });
}

TEST_CASE("a printed expression is the same expression", "[properties]") {
    rc::prop("and is printed alike", [] {
        const auto expression = random_expression(between(0, 5));
        const auto tree = std::get<dsl::Ast>(dsl::parse_expression(expression));
        const auto printed = dsl::print(tree);
        const auto again = dsl::parse_expression(printed);
        const auto* same = std::get_if<dsl::Ast>(&again);
        if (same == nullptr) RC_FAIL(expression + "\nis printed as\n" + printed);
        if (dump_ast(*same, same->root) != dump_ast(tree, tree.root) ||
            dsl::print(*same) != printed)
            RC_FAIL(expression + "\nis printed as\n" + printed + "\nand then\n" +
                    dsl::print(*same));
    });
}

TEST_CASE("bounds of a measure hold whatever becomes known", "[properties]") {
    rc::prop("for partial and whole completions", [] {
        const int depth = between(0, 4);
        const auto expression = chance(50) ? random_number(depth) : random_yes_no(depth);
        const auto book = book_for(expression);
        const auto profile = random_profile(70);
        const auto before = measure(*book, profile).interval;
        for (int i = 0; i < 6; ++i) {
            const auto whole = completed(profile, one_of(std::vector<int>{100, 60, 90}));
            const auto [narrowed, after] = measure(*book, whole);
            const bool holds = after ? std::get<double>(*after) >= before.low - 1e-9 &&
                                           std::get<double>(*after) <= before.high + 1e-9
                                     : before.none;
            if (holds && lies_in(narrowed, before)) continue;
            RC_FAIL(expression + "\non " + to_json(profile, everything()) + "\nbecame " +
                    to_json(whole, everything()) + "\nand gives " + shown(after) + ", bounds " +
                    std::to_string(before.low) + " to " + std::to_string(before.high) +
                    (before.none ? " or none" : "") + ", then " + std::to_string(narrowed.low) +
                    " to " + std::to_string(narrowed.high) + (narrowed.none ? " or none" : ""));
        }
    });
}
