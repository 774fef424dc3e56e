// SPDX-License-Identifier: Apache-2.0
// Expressions whose names and types are known: what the engine compiles and the tests' reference
// evaluator walks. Everything that can be said with less is said with less: `age(d)` is a
// subtraction, `x in (a, b)` an `or` of equalities, `days(d)` a division.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dsl/text/pattern.hpp"
#include "dsl/text/source.hpp"
#include "dsl/types/catalogue.hpp"
#include "dsl/types/kind.hpp"

namespace colonnade::dsl {

enum class Op {
    Constant,      // number
    TextConstant,  // text
    AsOf,          // the profile's moment
    Fact,          // fact
    Field,         // fact: the list; field
    Not,
    And,    // n parts
    Or,     // n parts
    Equal,  // of two numbers of any kind, or two texts
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Contains,  // text in text, whatever the case
    Matches,   // text: the pattern, also compiled in `pattern`; args: a text
    Add,       // n parts
    Subtract,
    Multiply,  // n parts
    Divide,
    Saturate,    // x, half: max(x, 0) / (max(x, 0) + half)
    Present,     // 1 where the part is known, else unknown
    Known,       // 1 where the part is known, else 0
    If,          // condition, then, else
    FirstKnown,  // n parts
    Least,       // n parts
    Greatest,    // n parts
    Mean,        // n parts
    Length,      // code points of a text
    WordCount,
    Lower,
    ListValue,   // fact; number: the window in seconds or 0; args: a condition or none
    WordsValue,  // field: index of the rulebook's word list
    Count,       // list
    NotEmpty,    // list; decided by one element, even where the data begins late
    Rate,        // list with a window
    Share,       // list with a condition
    Sum,         // list, field value; so are the following
    ListMean,
    Median,
    ListLeast,
    ListGreatest,
    Distinct,
    Gap,      // list, its `at`: longest pause
    Call,     // function; args: values, ListValue or WordsValue
    Refused,  // text: why a function that the expression calls is not there; never has a value
};

struct TypedNode {
    Op op = Op::Constant;
    Type type;
    int scope = -1;  // index of the list whose elements it is about, or -1: the profile
    double number = 0;
    int fact = -1;
    int field = -1;
    int function = -1;
    std::string text = {};
    Pattern pattern = {};
    std::vector<int> args = {};
    int written = -1;  // index of the text that it stands in, or -1
    Span span = {};    // in that text
};

// The text of an expression as the file has it.
struct Written {
    std::string text;
    Span span;              // of the scalar; the piece's own place follows where it is verbatim
    bool verbatim = false;  // the text stands in the source byte for byte at `span`

    // Where a piece of the text stands in its source: the whole scalar where that cannot be told.
    [[nodiscard]] Span place(Span piece) const;
};

// All expressions of a rulebook share one vector; an expression is the index of its root, and parts
// stand before the node that uses them.
struct TypedNodes {
    std::vector<TypedNode> items;
    std::vector<Written> texts;

    [[nodiscard]] const TypedNode& at(int index) const {
        return items[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] int add(TypedNode node) {
        items.push_back(std::move(node));
        return static_cast<int>(items.size()) - 1;
    }
};

// The piece of text that a node was made of, empty where there is none.
[[nodiscard]] std::string_view written_at(const TypedNodes& nodes, int node);

// The facts that a value depends on, as indices in rising order.
[[nodiscard]] std::vector<int> facts_of(const TypedNodes& nodes, int root);

// True where a complete profile can still leave the expression without a value: the mean of an
// empty list, for instance.
[[nodiscard]] bool may_lack_value(const TypedNodes& nodes, int root);

}  // namespace colonnade::dsl
