// SPDX-License-Identifier: Apache-2.0
// The engine gives what the reference evaluator gives, to the bit, for every expression of up to
// three operators on all small profiles. Ordinary tests take a share of those with three;
// COLONNADE_EXHAUSTIVE=1 takes all.
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <span>

#include "tests/properties/small_expressions.hpp"
#include "tests/support/world.hpp"

using namespace colonnade;
using namespace colonnade::tests;

namespace {

// Of the largest; a prime, so that every operator has its turn.
constexpr std::size_t OneOf = 211;
// Of one rulebook: a program shares what its expressions have in common.
constexpr std::size_t AtOnce = 250;

std::unique_ptr<Book> book_of(std::span<const std::string> expressions) {
    std::string text =
        "colonnade: 1\nrulebook: small\nschema: everything\nlanguages: [en]\ntitle: {en: T}\n"
        "pillars:\n  p:\n    title: {en: P}\n    weight: 100\n    rules:\n      r:\n"
        "        title: {en: R}\n        points: 1\n        pass: flag\ndefine:\n";
    for (std::size_t i = 0; i < expressions.size(); ++i)
        text += fmt::format("  e{:03}: '", i) + expressions[i] + "'\n";
    auto book = read_everything(text);
    REQUIRE_FALSE(book->has_errors);
    auto& rulebook = book->loaded.rulebook;
    auto& rules = rulebook.pillars.front().rules;
    const auto rule = rules.front();
    rules.assign(expressions.size(), rule);
    // Defines stand in an order of their own.
    std::sort(rulebook.defines.begin(), rulebook.defines.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    for (std::size_t i = 0; i < expressions.size(); ++i)
        rules[i].measure = rulebook.defines.at(i).node;
    book->loaded.program = engine::compile(rulebook, book->loaded.catalogue);
    return book;
}

bool is_same(const std::optional<PlainValue>& a, const std::optional<PlainValue>& b) {
    if (!a || !b) return !a && !b;
    return std::bit_cast<std::uint64_t>(std::get<double>(*a)) ==
           std::bit_cast<std::uint64_t>(std::get<double>(*b));
}

std::string shown(const std::optional<PlainValue>& value) {
    return value ? fmt::format("{:a}", std::get<double>(*value)) : "unknown";
}

void compare(std::span<const std::string> expressions, const std::vector<PlainProfile>& profiles,
             const std::vector<std::string>& documents) {
    const auto book = book_of(expressions);
    const auto& loaded = book->loaded;
    const auto batch = batch_of(*book, documents);
    ColumnFunctions functions;
    engine::Evaluator evaluator(loaded.program, loaded.rulebook, batch, functions);
    evaluator.run();
    for (std::size_t row = 0; row < profiles.size(); ++row) {
        const ReferenceEvaluator reference(loaded.rulebook.nodes, everything(),
                                           loaded.rulebook.lists, plain_functions(), profiles[row]);
        for (std::size_t i = 0; i < expressions.size(); ++i) {
            const auto found = value_of(*book, evaluator, loaded.program.rules[i].measure, row);
            const auto expected = reference.value(loaded.rulebook.defines[i].node);
            if (is_same(found, expected)) continue;
            FAIL_CHECK(expressions[i] << " on " << documents[row] << " gives " << shown(found)
                                      << ", expected " << shown(expected));
        }
    }
}

// Gives how many that were.
std::size_t compare_all(const std::vector<std::string>& expressions) {
    const auto profiles = small_profiles();
    REQUIRE(profiles.size() == 64);
    std::vector<std::string> documents;
    for (const auto& profile : profiles)
        documents.push_back(to_json(profile, everything()));
    const std::span<const std::string> all(expressions);
    for (std::size_t at = 0; at < all.size(); at += AtOnce)
        compare(all.subspan(at, std::min(AtOnce, all.size() - at)), profiles, documents);
    return all.size();
}

}  // namespace

TEST_CASE("every small expression gives what the reference gives", "[properties][exhaustive]") {
    CHECK(compare_all(small_expressions(0)) == 3);
    CHECK(compare_all(small_expressions(1)) == 75);
    CHECK(compare_all(small_expressions(2)) == 3'134);
    auto largest = small_expressions(3);
    if (std::getenv("COLONNADE_EXHAUSTIVE") == nullptr) {
        for (std::size_t i = 0; i * OneOf < largest.size(); ++i)
            std::swap(largest[i], largest[i * OneOf]);
        largest.resize(largest.size() / OneOf);
    } else {
        WARN(largest.size() << " expressions on " << small_profiles().size() << " profiles");
    }
    CHECK(compare_all(largest) > 500);
}
