// SPDX-License-Identifier: Apache-2.0
// The engine's columns as the contract's views: nothing is copied but the small structs around the
// values, the words of word lists, and the names of categories.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <vector>

#include "colonnade/plugin.h"
#include "dsl/types/catalogue.hpp"
#include "engine/evaluate/evaluator.hpp"

namespace colonnade::engine {

// The parameter that takes argument `index`: the last one may repeat.
[[nodiscard]] const dsl::Parameter& parameter_of(const dsl::Function& function, std::size_t index);

class Arguments {
public:
    // All that is given must outlive the arguments.
    Arguments(const dsl::Function& function, std::span<const CallInput> inputs,
              std::span<const std::int64_t> as_of);
    Arguments(const Arguments&) = delete;
    Arguments& operator=(const Arguments&) = delete;

    [[nodiscard]] const colonnade_batch& batch() const { return batch_; }
    // What does not fit the function, or empty. A program that was checked against the function
    // never gives such arguments.
    [[nodiscard]] const std::string& problem() const { return problem_; }
    // 0 in each row where an argument is unknown that must not be: the result is unknown there,
    // whatever the function says.
    [[nodiscard]] const std::vector<std::uint8_t>& answerable() const { return answerable_; }
    // The row has failed, and so has no answer either.
    void drop(std::int64_t row) { answerable_.at(static_cast<std::size_t>(row)) = 0; }

private:
    void add(const dsl::Parameter& parameter, const CallInput& input);
    void add_value(const dsl::Parameter& parameter, const Column& column);
    void add_list(const dsl::Parameter& parameter, const ListColumn& list);
    void add_words(const dsl::WordList& words);
    void require_known(const dsl::Parameter& parameter, const Bitmap& known);
    void wrong(const dsl::Parameter& parameter, const char* why);
    // A view of a single value per row.
    [[nodiscard]] colonnade_column& view_of(const Column& column);
    void add_names(colonnade_column& view, const dsl::Category& category);
    [[nodiscard]] colonnade_column& new_column(std::int32_t kind, std::size_t length);

    // Deques, since views point to each other.
    std::deque<colonnade_column> columns_;
    std::deque<std::vector<const colonnade_column*>> children_;
    std::deque<Buffer<colonnade_word>> words_;
    std::deque<Buffer<colonnade_text>> names_;
    std::vector<const colonnade_column*> arguments_;
    std::vector<std::uint8_t> answerable_;
    colonnade_batch batch_{};
    std::string problem_;
};

}  // namespace colonnade::engine
