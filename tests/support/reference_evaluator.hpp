// SPDX-License-Identifier: Apache-2.0
// The language a second time: a walk over the typed tree for one profile given as plain maps,
// written from the reference of the language. Slow, and meant to be obvious.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "dsl/check/typed.hpp"
#include "dsl/rulebook/word_list.hpp"
#include "dsl/types/catalogue.hpp"
#include "tests/support/plain_profile.hpp"

namespace colonnade::tests {

// What a function is handed: exactly one of these, or nothing where the argument is unknown.
struct PlainArgument {
    std::optional<PlainValue> value;
    std::optional<std::vector<PlainRecord>> list;
    const dsl::WordList* words = nullptr;
};

// The value of a function, or nothing where it has none.
using PlainFunction = std::function<std::optional<PlainValue>(
    const dsl::Function&, const std::vector<PlainArgument>&, double as_of)>;

class ReferenceEvaluator {
public:
    // All must outlive the evaluator.
    ReferenceEvaluator(const dsl::TypedNodes& nodes, const dsl::Catalogue& catalogue,
                       const std::vector<dsl::WordList>& words, const PlainFunction& functions,
                       const PlainProfile& profile)
        : nodes_(nodes),
          catalogue_(catalogue),
          words_(words),
          functions_(functions),
          profile_(profile) {}

    // The value of a node, or nothing where it is unknown. `element` is the record of the list that
    // the node is about, if it is about one.
    [[nodiscard]] std::optional<PlainValue> value(int node,
                                                  const PlainRecord* element = nullptr) const;

private:
    using Maybe = std::optional<PlainValue>;
    using Number = std::optional<double>;

    struct Sorted {
        std::vector<const PlainRecord*> in;
        std::size_t out = 0;
        std::size_t undecided = 0;
    };

    [[nodiscard]] Number number(int node, const PlainRecord* element) const;
    [[nodiscard]] Maybe fact(const dsl::TypedNode& node) const;
    [[nodiscard]] Maybe logic(const dsl::TypedNode& node, const PlainRecord* element) const;
    [[nodiscard]] Maybe comparison(const dsl::TypedNode& node, const PlainRecord* element) const;
    [[nodiscard]] Number arithmetic(const dsl::TypedNode& node, const PlainRecord* element) const;
    [[nodiscard]] Maybe choice(const dsl::TypedNode& node, const PlainRecord* element) const;
    [[nodiscard]] Maybe of_text(const dsl::TypedNode& node, const PlainRecord* element) const;

    [[nodiscard]] Number aggregate(const dsl::TypedNode& node) const;
    [[nodiscard]] Number of_fields(const dsl::TypedNode& node, const Sorted& sorted) const;
    [[nodiscard]] Number gap(const dsl::TypedNode& list, std::vector<double> moments) const;
    [[nodiscard]] Number rate(const dsl::TypedNode& list, double count) const;
    [[nodiscard]] bool begins_too_late(const dsl::TypedNode& list) const;
    [[nodiscard]] Sorted sort(const dsl::TypedNode& list) const;
    [[nodiscard]] std::optional<bool> in_window(const dsl::TypedNode& list,
                                                const PlainRecord& element) const;
    [[nodiscard]] double joined() const;
    [[nodiscard]] Maybe call(const dsl::TypedNode& node, const PlainRecord* element) const;
    [[nodiscard]] PlainArgument list_argument(const dsl::TypedNode& list,
                                              const dsl::Parameter& parameter) const;

    const dsl::TypedNodes& nodes_;
    const dsl::Catalogue& catalogue_;
    const std::vector<dsl::WordList>& words_;
    const PlainFunction& functions_;
    const PlainProfile& profile_;
};

}  // namespace colonnade::tests
