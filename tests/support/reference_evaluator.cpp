// SPDX-License-Identifier: Apache-2.0
// Values, logic, arithmetic and choice; lists are in reference_lists.cpp.
#include "tests/support/reference_evaluator.hpp"

#include <algorithm>
#include <cmath>

#include "dsl/text/unicode.hpp"

namespace colonnade::tests {

using dsl::Op;

std::optional<PlainValue> ReferenceEvaluator::value(int index, const PlainRecord* element) const {
    const auto& node = nodes_.at(index);
    switch (node.op) {
        case Op::Constant:
            return node.number;
        case Op::TextConstant:
            return node.text;
        case Op::AsOf:
            return profile_.as_of;
        case Op::Fact:
            return fact(node);
        case Op::Field: {
            const auto& list = catalogue_.facts.at(static_cast<std::size_t>(node.fact));
            return find_in(*element, list.fields.at(static_cast<std::size_t>(node.field)).name);
        }
        case Op::Not:
        case Op::And:
        case Op::Or:
            return logic(node, element);
        case Op::Present:
            return value(node.args[0], element) ? Maybe(1.0) : std::nullopt;
        case Op::Known:
            return value(node.args[0], element) ? 1.0 : 0.0;
        case Op::If:
        case Op::FirstKnown:
            return choice(node, element);
        case Op::Lower:
        case Op::Matches:
        case Op::Length:
        case Op::WordCount:
            return of_text(node, element);
        case Op::Call:
            return call(node, element);
        default:
            break;
    }
    if (node.op >= Op::Equal && node.op <= Op::Contains) return comparison(node, element);
    const auto result = node.op >= Op::Count ? aggregate(node) : arithmetic(node, element);
    // What is no finite number is unknown.
    if (!result || !std::isfinite(*result)) return std::nullopt;
    return *result + 0.0;
}

std::optional<double> ReferenceEvaluator::number(int node, const PlainRecord* element) const {
    const auto result = value(node, element);
    return result ? Number(std::get<double>(*result)) : std::nullopt;
}

std::optional<PlainValue> ReferenceEvaluator::fact(const dsl::TypedNode& node) const {
    return find_in(profile_.facts, catalogue_.facts.at(static_cast<std::size_t>(node.fact)).name);
}

std::optional<PlainValue> ReferenceEvaluator::logic(const dsl::TypedNode& node,
                                                    const PlainRecord* element) const {
    const double decisive = node.op == Op::Or ? 1 : 0;
    bool some_unknown = false;
    for (const int arg : node.args) {
        const auto part = number(arg, element);
        if (node.op == Op::Not) return part ? Maybe(1 - *part) : std::nullopt;
        if (part && *part == decisive) return decisive;
        some_unknown = some_unknown || !part;
    }
    return some_unknown ? std::nullopt : Maybe(1 - decisive);
}

std::optional<PlainValue> ReferenceEvaluator::comparison(const dsl::TypedNode& node,
                                                         const PlainRecord* element) const {
    const auto a = value(node.args[0], element);
    const auto b = value(node.args[1], element);
    if (!a || !b) return std::nullopt;
    if (node.op == Op::Contains) {
        const auto text = dsl::lower(std::get<std::string>(*a));
        return text.find(dsl::lower(std::get<std::string>(*b))) == std::string::npos ? 0.0 : 1.0;
    }
    switch (node.op) {
        case Op::Equal:
            return *a == *b ? 1.0 : 0.0;
        case Op::NotEqual:
            return *a != *b ? 1.0 : 0.0;
        case Op::Less:
            return *a < *b ? 1.0 : 0.0;
        case Op::LessEqual:
            return *a <= *b ? 1.0 : 0.0;
        case Op::Greater:
            return *a > *b ? 1.0 : 0.0;
        default:
            return *a >= *b ? 1.0 : 0.0;
    }
}

std::optional<double> ReferenceEvaluator::arithmetic(const dsl::TypedNode& node,
                                                     const PlainRecord* element) const {
    std::vector<double> parts;
    for (const int arg : node.args) {
        const auto part = number(arg, element);
        if (!part) return std::nullopt;
        parts.push_back(*part);
    }
    double result = parts[0];
    if (node.op == Op::Saturate) {
        const double above = std::max(parts[0], 0.0);
        return above / (above + parts[1]);
    }
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const double part = parts[i];
        if (node.op == Op::Add || node.op == Op::Mean) result += part;
        if (node.op == Op::Subtract) result -= part;
        if (node.op == Op::Multiply) result *= part;
        if (node.op == Op::Divide) result /= part;
        if (node.op == Op::Least) result = std::min(result, part);
        if (node.op == Op::Greatest) result = std::max(result, part);
    }
    return node.op == Op::Mean ? result / static_cast<double>(parts.size()) : result;
}

std::optional<PlainValue> ReferenceEvaluator::choice(const dsl::TypedNode& node,
                                                     const PlainRecord* element) const {
    if (node.op == Op::FirstKnown) {
        for (const int arg : node.args) {
            if (const auto part = value(arg, element)) return part;
        }
        return std::nullopt;
    }
    const auto condition = number(node.args[0], element);
    const auto yes = value(node.args[1], element);
    const auto no = value(node.args[2], element);
    if (condition) return *condition != 0 ? yes : no;
    return yes && no && *yes == *no ? yes : std::nullopt;
}

std::optional<PlainValue> ReferenceEvaluator::of_text(const dsl::TypedNode& node,
                                                      const PlainRecord* element) const {
    const auto part = value(node.args[0], element);
    if (!part) return std::nullopt;
    const auto& text = std::get<std::string>(*part);
    if (node.op == Op::Lower) return dsl::lower(text);
    if (node.op == Op::Matches) return node.pattern.occurs_in(text) ? 1.0 : 0.0;
    const auto size = node.op == Op::Length ? dsl::code_point_count(text) : dsl::word_count(text);
    return static_cast<double>(size);
}

}  // namespace colonnade::tests
