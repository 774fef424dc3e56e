// SPDX-License-Identifier: Apache-2.0
// Each kind of node has the level of the grammar that makes it. A part that stands on a looser
// level than its place asks for gets parentheses, nothing else does.
#include "dsl/expr/print.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <string_view>

#include "dsl/expr/text_literal.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::dsl {
namespace {

// The levels of the grammar, from loose to tight.
enum class Level { Argument, Choice, Or, And, Not, Comparison, Sum, Product, Unary, Path, Primary };

Level level_of(AstKind kind) {
    switch (kind) {
        case AstKind::Where:
            return Level::Argument;
        case AstKind::If:
        case AstKind::FirstKnown:
            return Level::Choice;
        case AstKind::Or:
            return Level::Or;
        case AstKind::And:
            return Level::And;
        case AstKind::Not:
            return Level::Not;
        case AstKind::Add:
        case AstKind::Subtract:
            return Level::Sum;
        case AstKind::Multiply:
        case AstKind::Divide:
            return Level::Product;
        case AstKind::Negate:
        case AstKind::Has:
        case AstKind::Known:
            return Level::Unary;
        case AstKind::Member:
            return Level::Path;
        default:
            return kind >= AstKind::Equal && kind <= AstKind::InLast ? Level::Comparison
                                                                     : Level::Primary;
    }
}

// What stands between the parts of an operator.
std::string_view sign_of(AstKind kind) {
    switch (kind) {
        case AstKind::Where:
            return " where ";
        case AstKind::Or:
            return " or ";
        case AstKind::And:
            return " and ";
        case AstKind::Equal:
            return " = ";
        case AstKind::NotEqual:
            return " != ";
        case AstKind::Less:
            return " < ";
        case AstKind::LessEqual:
            return " <= ";
        case AstKind::Greater:
            return " > ";
        case AstKind::GreaterEqual:
            return " >= ";
        case AstKind::Contains:
            return " contains ";
        case AstKind::Matches:
            return " matches ";
        case AstKind::InRange:
            return " in ";
        case AstKind::InLast:
            return " in last ";
        case AstKind::Add:
            return " + ";
        case AstKind::Subtract:
            return " - ";
        case AstKind::Multiply:
            return " * ";
        default:
            return " / ";
    }
}

// How loose the left and the right parts of an operator may be. An associative operator is one node
// with many parts, so the same one inside it was in parentheses.
struct Sides {
    Level left;
    Level right;
};

Sides sides_of(AstKind kind) {
    const auto next = [](Level level) { return static_cast<Level>(static_cast<int>(level) + 1); };
    const auto level = level_of(kind);
    switch (level) {
        case Level::Argument:
            return {Level::Choice, Level::Or};
        case Level::Comparison:
            return {Level::Sum, Level::Sum};
        default:
            return {level, next(level)};
    }
}

bool is_associative(AstKind kind) {
    return kind == AstKind::Or || kind == AstKind::And || kind == AstKind::Add ||
           kind == AstKind::Multiply;
}

// The shortest digits that read as the same double, never with an exponent.
std::string digits(double value) {
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::fixed);
    return {buffer.data(), end.ptr};
}

std::string unit_after(const AstNode& literal) {
    const auto unit = text_of(literal.unit);
    switch (literal.kind) {
        case AstKind::Share:
            return "%";
        case AstKind::Duration:
            return fmt::format(" {}{}", unit, literal.number == 1 ? "" : "s");
        case AstKind::Rate:
            return literal.per == 1 ? fmt::format(" per {}", unit)
                                    : fmt::format(" per {} {}s", digits(literal.per), unit);
        default:
            return {};
    }
}

class Printer {
public:
    explicit Printer(const Ast& ast) : ast_(ast) {}

    // The depth of the tree is bounded by the parser.
    std::string at(int index, Level loosest) {  // NOLINT(misc-no-recursion)
        const auto& node = ast_.at(index);
        auto text = plain(node);
        return level_of(node.kind) < loosest ? fmt::format("({})", text) : text;
    }

private:
    std::string plain(const AstNode& node) {  // NOLINT(misc-no-recursion)
        switch (node.kind) {
            case AstKind::Number:
            case AstKind::Share:
            case AstKind::Duration:
            case AstKind::Rate:
                return digits(node.number) + unit_after(node);
            case AstKind::Range:
                return digits(ast_.at(node.args[0]).number) + ".." +
                       digits(ast_.at(node.args[1]).number) + unit_after(ast_.at(node.args[1]));
            case AstKind::Date:
                return date_text(static_cast<std::int64_t>(node.number));
            case AstKind::Text:
                return literal_of_text(node.text);
            case AstKind::YesNo:
                return node.number == 1 ? "true" : "false";
            case AstKind::Name:
                return node.text;
            default:
                return with_parts(node);
        }
    }

    std::string with_parts(const AstNode& node) {  // NOLINT(misc-no-recursion)
        switch (node.kind) {
            case AstKind::Member:
                return at(node.args[0], Level::Path) + "." + node.text;
            case AstKind::Call:
                return node.text + listed(node, 0, Level::Argument);
            case AstKind::InSet:
                return at(node.args[0], Level::Sum) + " in " + listed(node, 1, Level::Or);
            case AstKind::FirstKnown:
                return fmt::format("first known of {}", listed(node, 0, Level::Or));
            case AstKind::If:
                return fmt::format("if {} then {} else {}", at(node.args[0], Level::Or),
                                   at(node.args[1], Level::Choice),
                                   at(node.args[2], Level::Choice));
            case AstKind::Not:
                return fmt::format("not {}", at(node.args[0], Level::Not));
            case AstKind::Negate:
                return fmt::format("-{}", at(node.args[0], Level::Unary));
            case AstKind::Has:
                return fmt::format("has {}", at(node.args[0], Level::Path));
            case AstKind::Known:
                return fmt::format("known {}", at(node.args[0], Level::Path));
            default:
                return joined(node);
        }
    }

    std::string joined(const AstNode& node) {  // NOLINT(misc-no-recursion)
        const auto sides = sides_of(node.kind);
        const bool same = is_associative(node.kind) && ast_.at(node.args[0]).kind == node.kind;
        auto text = at(node.args[0], same ? sides.right : sides.left);
        for (std::size_t i = 1; i < node.args.size(); ++i) {
            text += sign_of(node.kind);
            text += at(node.args[i], sides.right);
        }
        return text;
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    std::string listed(const AstNode& node, std::size_t first, Level loosest) {
        std::string text = "(";
        for (std::size_t i = first; i < node.args.size(); ++i) {
            if (i > first) text += ", ";
            text += at(node.args[i], loosest);
        }
        return text + ")";
    }

    const Ast& ast_;
};

}  // namespace

std::string print(const Ast& ast) {
    return ast.root < 0 ? std::string() : Printer(ast).at(ast.root, Level::Argument);
}

}  // namespace colonnade::dsl
