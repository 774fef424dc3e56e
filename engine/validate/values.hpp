// SPDX-License-Identifier: Apache-2.0
// Single made-up values. Internal to the making of inputs.
#pragma once

#include "engine/column/column.hpp"
#include "engine/validate/chance.hpp"
#include "engine/validate/inputs.hpp"

namespace colonnade::engine {

// The end of a day; made-up moments lie around it.
inline constexpr std::int64_t MadeAsOf = 1'795'219'199 * MicrosPerSecond;
// The longest text that a document may hold is far shorter than this.
inline constexpr std::size_t LongTextBytes = 10 * 1024 * 1024;

// Appends a known value. `is_first`: of the whole column.
void push_made(Column& column, const Recipe& recipe, bool is_first, Chance& chance);
// Appends value `i` of a column of the same kind, bit for bit.
void push_copy(Column& column, const Column& from, std::size_t i);

[[nodiscard]] std::shared_ptr<const dsl::Category> made_category();
// Like `known`, where that is not null: in its groups, and half of the words are its own.
[[nodiscard]] dsl::WordList made_words(std::size_t count, const dsl::WordList* known,
                                       Chance& chance);

}  // namespace colonnade::engine
