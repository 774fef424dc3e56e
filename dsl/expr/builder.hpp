// SPDX-License-Identifier: Apache-2.0
// What the grammar's actions build while they read: the nodes of one text. Internal to expr.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "dsl/expr/parse.hpp"

namespace colonnade::dsl {

struct Builder {
    std::string_view text;
    Ast ast;
    Target::Form form = Target::Form::Exactly;
    Effort effort;

    AstNode& at(int index) { return ast.nodes[static_cast<std::size_t>(index)]; }

    int add(AstNode node) {
        ast.nodes.push_back(std::move(node));
        return static_cast<int>(ast.nodes.size()) - 1;
    }

    int join(AstKind kind, int left, int right) {
        const Span span{at(left).span.begin, at(right).span.end};
        return add({.kind = kind, .span = span, .args = {left, right}});
    }

    // Associative operators are one node with many parts, so that a long sum is not a deep tree.
    int append(AstKind kind, int left, int right) {
        if (at(left).kind != kind || at(left).grouped) return join(kind, left, right);
        AstNode moved = take(left);
        moved.args.push_back(right);
        moved.span.end = at(right).span.end;
        return add(std::move(moved));
    }

    // Takes a node out to add it again at the end: parts stand before the node that uses them.
    AstNode take(int index) { return std::exchange(at(index), {}); }

    // A name, or no node where the word is reserved.
    [[nodiscard]] std::optional<int> add_name(Span span);

    // Literals, from the piece of text that their form has been checked of. No node where the
    // number is too large or the day does not exist.
    [[nodiscard]] std::optional<int> add_number(Span span);
    [[nodiscard]] std::optional<int> add_date(Span span);
    [[nodiscard]] int add_text(Span span);  // with its quotes

    // Calls `change` with the literal, or with both ends of a range.
    template <class Change>
    void change_literals(int literal, Change change) {
        if (at(literal).kind != AstKind::Range) {
            change(at(literal));
            return;
        }
        for (const int end : at(literal).args)
            change(at(end));
    }

    // Makes the start of a call `plugin.function(` of a Member; false where more than a name stands
    // before the dot.
    [[nodiscard]] bool call_member(int member);
};

// "found `x`, expected a value", with the place of what stands at `at`; `expected` may be empty.
[[nodiscard]] SyntaxProblem problem_at(std::string_view text, std::size_t at,
                                       std::string_view expected);

}  // namespace colonnade::dsl
