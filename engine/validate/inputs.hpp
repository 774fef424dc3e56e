// SPDX-License-Identifier: Apache-2.0
// Made-up arguments that fit a function's description, the same in every run.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "dsl/rulebook/word_list.hpp"
#include "dsl/types/catalogue.hpp"
#include "engine/column/batch.hpp"
#include "engine/evaluate/evaluator.hpp"
#include "engine/validate/vocabulary.hpp"

namespace colonnade::engine {

// What kind of values are made. All conform to the contract; ordinary ones are also plausible.
struct Recipe {
    enum class Numbers { Ordinary, Extreme };
    enum class Moments { Ordinary, Extreme };
    enum class Texts { Ordinary, Unusual, WithNul, Long };

    std::size_t rows = 64;
    double unknown = 0.15;           // how many of the values and lists that may be unknown
    std::size_t most_elements = 5;   // of a list
    std::size_t first_elements = 0;  // of the list of row 0, where not 0
    Numbers numbers = Numbers::Ordinary;
    Moments moments = Moments::Ordinary;
    Texts texts = Texts::Ordinary;
    std::size_t arguments_of_repeated = 2;
    std::size_t words = 12;  // of a word list
};

struct MadeArgument {
    Column column;
    ListColumn list;
    dsl::WordList words;
};

struct Inputs {
    // Parallel to the arguments: which member counts.
    std::vector<dsl::Kind> kinds;
    std::vector<MadeArgument> arguments;
    Buffer<std::int64_t> as_of;

    [[nodiscard]] std::size_t rows() const { return as_of.size(); }
    // Borrowed from these inputs.
    [[nodiscard]] std::vector<CallInput> views() const;
    // These rows in this order.
    [[nodiscard]] Inputs picked(std::span<const std::size_t> rows) const;
    // Other bytes where a value is unknown, which nobody may look at.
    void scribble_under_unknown();
    // The same values of categories whose schema lists them the other way round.
    void reverse_categories();
    // Over every byte that a function is shown.
    [[nodiscard]] std::uint64_t digest() const;
};

[[nodiscard]] Inputs make_inputs(const dsl::Function& function, const Recipe& recipe,
                                 std::uint64_t seed, const Vocabulary& vocabulary);

}  // namespace colonnade::engine
