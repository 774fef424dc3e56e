// SPDX-License-Identifier: Apache-2.0
// Columns for any function, made up from its description: the same seed gives the same.
#pragma once

#include <cstdint>
#include <deque>
#include <random>
#include <vector>

#include "dsl/types/catalogue.hpp"
#include "engine/column/batch.hpp"
#include "engine/evaluate/evaluator.hpp"

namespace colonnade::tests {

class GeneratedInputs {
public:
    GeneratedInputs(const dsl::Function& function, std::size_t rows, std::uint32_t seed);
    GeneratedInputs(const GeneratedInputs&) = delete;
    GeneratedInputs& operator=(const GeneratedInputs&) = delete;

    [[nodiscard]] const std::vector<engine::CallInput>& inputs() const { return inputs_; }
    [[nodiscard]] const engine::Buffer<std::int64_t>& as_of() const { return as_of_; }

private:
    [[nodiscard]] int dice(int most);
    void add(const dsl::Parameter& parameter);
    void push(engine::Column& column);
    [[nodiscard]] engine::Column column(dsl::Kind kind, std::size_t length);
    void add_list(const dsl::Parameter& parameter);
    void add_words();

    std::mt19937 random_;
    std::size_t rows_;
    engine::Buffer<std::int64_t> as_of_;
    std::deque<engine::Column> columns_;
    std::deque<engine::ListColumn> lists_;
    std::deque<dsl::WordList> words_;
    std::vector<engine::CallInput> inputs_;
};

}  // namespace colonnade::tests
