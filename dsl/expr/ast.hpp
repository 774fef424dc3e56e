// SPDX-License-Identifier: Apache-2.0
// An expression as written, before names and types are known. Nodes stand in a vector and name
// their parts by index; every part stands before the node that uses it.
#pragma once

#include <string>
#include <vector>

#include "dsl/text/source.hpp"
#include "dsl/types/unit.hpp"

namespace colonnade::dsl {

enum class AstKind {
    Number,    // number
    Share,     // number, 60 for 60%
    Duration,  // number, unit
    Rate,      // number per `per` unit
    Range,     // args: two literals
    Date,      // number: seconds since 1970
    Text,      // text
    YesNo,     // number 0 or 1
    Name,      // text
    Member,    // args: of what; text: the name after the dot
    Call,      // text: the function, maybe with a dot; args
    Not,       // args: 1
    And,       // args: 2 or more
    Or,        // args: 2 or more
    Equal,     // args: 2, so do all comparisons
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Contains,
    Matches,
    InSet,       // args: the value, then the members
    InRange,     // args: the value, a range
    InLast,      // args: a list or date, a duration
    Where,       // args: a list, a condition
    Add,         // args: 2 or more
    Subtract,    // args: 2
    Multiply,    // args: 2 or more
    Divide,      // args: 2
    Negate,      // args: 1
    Has,         // args: 1
    Known,       // args: 1
    If,          // args: condition, then, else
    FirstKnown,  // args: 1 or more
};

struct AstNode {
    AstKind kind = AstKind::Number;
    Span span;  // bytes of the expression's own text
    double number = 0;
    double per = 1;
    Unit unit = Unit::Second;
    bool grouped = false;  // stands in parentheses of its own
    std::string text = {};
    std::vector<int> args = {};
};

struct Ast {
    std::vector<AstNode> nodes;
    int root = -1;

    [[nodiscard]] const AstNode& at(int index) const {
        return nodes[static_cast<std::size_t>(index)];
    }
};

// A literal's value in the base unit of its kind. Precondition: Number .. Rate, Date or YesNo.
[[nodiscard]] double literal_value(const AstNode& literal);

}  // namespace colonnade::dsl
