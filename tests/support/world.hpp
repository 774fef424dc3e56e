// SPDX-License-Identifier: Apache-2.0
// The schema `everything` with a few functions, and the whole way from text to values: rulebooks
// read and compiled, documents read into batches, functions called over columns.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "dsl/text/diagnostic.hpp"
#include "engine/evaluate/evaluator.hpp"
#include "engine/load/load_rulebook.hpp"
#include "tests/support/plain_profile.hpp"
#include "tests/support/reference_evaluator.hpp"

namespace colonnade::tests {

[[nodiscard]] const dsl::Catalogue& everything();

// The functions of `everything`, one record at a time: matches_of, active_days, spread, twice, rank
// and broken, which always fails.
[[nodiscard]] const PlainFunction& plain_functions();

// The same functions as the engine calls them. `broken` fails.
class ColumnFunctions : public engine::FunctionHost {
public:
    std::vector<engine::CallFailure> call(int function, std::span<const engine::CallInput> inputs,
                                          std::span<const std::int64_t> as_of,
                                          engine::Slot& out) override;
};

struct Book {
    engine::LoadedRulebook loaded;
    std::vector<dsl::Diagnostic> findings;
    bool has_errors = false;
};

// A rulebook for `everything`, compiled where it has no errors.
[[nodiscard]] std::unique_ptr<Book> read_everything(const std::string& text);

// A rulebook whose only rule measures the value of `expression`, whatever its kind.
[[nodiscard]] std::unique_ptr<Book> measuring(const std::string& expression);

// Reads documents; throws where one is refused.
[[nodiscard]] engine::Batch batch_of(const Book& book, const std::vector<std::string>& documents);

// The value of an instruction as the engine computed it.
[[nodiscard]] std::optional<PlainValue> value_of(const Book& book,
                                                 const engine::Evaluator& evaluator,
                                                 int instruction, std::size_t row);

}  // namespace colonnade::tests
