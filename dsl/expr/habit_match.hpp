// SPDX-License-Identifier: Apache-2.0
// Lays a row of the table of habits onto the tokens of a text. Internal to expr.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/expr/tokens.hpp"

namespace colonnade::dsl {

class HabitMatch {
public:
    // From the token `first` of `text` on; both must outlive the match.
    HabitMatch(const std::vector<Token>& tokens, std::string_view text, std::size_t first)
        : tokens_(tokens), text_(text), first_(first), next_(first) {}

    // Once only. `row` as habits.hpp describes it.
    [[nodiscard]] bool fits(std::string_view row);
    // The token behind the row, and the place of all its tokens.
    [[nodiscard]] std::size_t end() const { return next_; }
    [[nodiscard]] Span span() const {
        return {tokens_[first_].span.begin, tokens_[next_ - 1].span.end};
    }
    // `meant` with what the capitals of the row stood for.
    [[nodiscard]] std::string filled(std::string_view meant) const;

private:
    bool take(std::string_view pattern);
    [[nodiscard]] std::optional<std::string> capture(char variable, const Token& token) const;
    [[nodiscard]] bool may_be_grouped() const;
    [[nodiscard]] std::optional<std::string> in_other_letters(const Token& token) const;

    const std::vector<Token>& tokens_;
    std::string_view text_;
    std::size_t first_;
    std::size_t next_;
    std::vector<std::string> captured_;
};

}  // namespace colonnade::dsl
