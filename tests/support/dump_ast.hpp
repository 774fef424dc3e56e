// SPDX-License-Identifier: Apache-2.0
// A tree of syntax as one line, made for tests: what an expression was read as, with every part in
// brackets and no sugar, such as `>=(count(posts), 3)`.
#pragma once

#include <array>
#include <charconv>
#include <string>
#include <string_view>

#include "dsl/expr/ast.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::tests {

// In the order of AstKind; empty for those that dump_ast spells out itself.
inline constexpr std::array<std::string_view, 35> NodeNames = {
    "",  "",   "",         "",        "",       "",         "",        "",           "",
    "",  "",   "not",      "and",     "or",     "=",        "!=",      "<",          "<=",
    ">", ">=", "contains", "matches", "in_set", "in_range", "in_last", "where",      "+",
    "-", "*",  "/",        "neg",     "has",    "known",    "if",      "first_known"};

inline std::string dump_number(double value) {
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end.ptr};
}

inline std::string dump_ast(const dsl::Ast& ast, int index) {
    using dsl::AstKind;
    const auto& node = ast.at(index);
    const auto parts = [&] {
        std::string text = "(";
        for (std::size_t i = 0; i < node.args.size(); ++i)
            text += (i == 0 ? "" : ", ") + dump_ast(ast, node.args[i]);
        return text + ")";
    };
    const auto unit = std::string(dsl::text_of(node.unit));
    switch (node.kind) {
        case AstKind::Number:
            return dump_number(node.number);
        case AstKind::Share:
            return dump_number(node.number) + "%";
        case AstKind::Duration:
            return dump_number(node.number) + "[" + unit + "]";
        case AstKind::Rate:
            return dump_number(node.number) + "[per " + dump_number(node.per) + " " + unit + "]";
        case AstKind::Range:
            return std::string("range").append(parts());
        case AstKind::Date:
            return dsl::date_text(static_cast<std::int64_t>(node.number));
        case AstKind::Text:
            return std::string("'").append(node.text).append("'");
        case AstKind::YesNo:
            return node.number == 1 ? "yes" : "no";
        case AstKind::Name:
            return node.text;
        case AstKind::Member:
            return std::string(".").append(node.text).append(parts());
        case AstKind::Call:
            return node.text + parts();
        default:
            return std::string(NodeNames.at(static_cast<std::size_t>(node.kind))) + parts();
    }
}

inline std::string dump_ast(const dsl::Ast& ast) {
    return ast.root < 0 ? "nothing" : dump_ast(ast, ast.root);
}

}  // namespace colonnade::tests
