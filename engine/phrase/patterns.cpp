// SPDX-License-Identifier: Apache-2.0
// The checker says much with little: `x in (a, b)` is an `or` of equalities, `age(d)` a difference.
// Here such nodes are recognised and get the words of what the author wrote. What is not recognised
// is no error: its words are longer, not wrong.
#include <algorithm>

#include "engine/phrase/phraser.hpp"

namespace colonnade::engine {

using dsl::Kind;
using dsl::Op;
using dsl::TypedNode;

std::optional<Piece> Phraser::pattern(const TypedNode& node) {  // NOLINT(misc-no-recursion)
    switch (node.op) {
        case Op::Or:
            return one_of(node);
        case Op::And:
            return between(node);
        case Op::Greater:
            return filled_in(node);
        case Op::Subtract:
            return difference(node);
        case Op::Divide:
            return in_units(node);
        case Op::Least:
            return ramp(node);
        default:
            return std::nullopt;
    }
}

// `x in (a, b)`
std::optional<Piece> Phraser::one_of(const TypedNode& node) {  // NOLINT(misc-no-recursion)
    const auto& first = at(node.args.front());
    const int what = first.op == Op::Equal ? first.args.front() : -1;
    const bool all_equal = std::all_of(node.args.begin(), node.args.end(), [&](int arg) {
        return at(arg).op == Op::Equal && at(arg).args.front() == what;
    });
    if (!all_equal) return std::nullopt;
    std::string values;
    for (std::size_t i = 0; i < node.args.size(); ++i) {
        const bool last = i + 1 == node.args.size();
        if (i > 0) values += last ? word(wording::Or, {}) : ", ";
        values += value(at(node.args[i]).args.back());
    }
    return Piece{word(wording::IsOneOf, {value(what), values}), Shape::Joined};
}

// `x in 2..3`, and of a date `x in last 2 years`
std::optional<Piece> Phraser::between(const TypedNode& node) {  // NOLINT(misc-no-recursion)
    if (node.args.size() != 2) return std::nullopt;
    const auto& low = at(node.args.front());
    const auto& high = at(node.args.back());
    if (high.op != Op::LessEqual || low.args.empty() || low.args.front() != high.args.front())
        return std::nullopt;
    if (low.op == Op::GreaterEqual)
        return Piece{
            word(wording::InRange, {value(low.args[0]), value(low.args[1]), value(high.args[1])}),
            Shape::Joined};
    const auto& start = at(low.args.back());
    const bool window = low.op == Op::Greater && at(high.args.back()).op == Op::AsOf &&
                        start.op == Op::Subtract && start.args.front() == high.args.back() &&
                        at(start.args.back()).op == Op::Constant;
    if (!window) return std::nullopt;
    const auto length = window_text(at(start.args.back()).number, language_);
    return Piece{word(wording::InLast, {value(low.args.front()), length}), Shape::Joined};
}

// `has headline`
std::optional<Piece> Phraser::filled_in(const TypedNode& node) {  // NOLINT(misc-no-recursion)
    const auto& length = at(node.args.front());
    const auto& zero = at(node.args.back());
    if (length.op != Op::Length || zero.op != Op::Constant || zero.number != 0) return std::nullopt;
    return Piece{word(wording::IsFilledIn, {value(length.args.front())})};
}

// `age(d)`, `-x`
std::optional<Piece> Phraser::difference(const TypedNode& node) {  // NOLINT(misc-no-recursion)
    const auto& from = at(node.args.front());
    const int other = node.args.back();
    if (from.op == Op::AsOf && at(other).type.is_moment())
        return Piece{word(wording::Age, {object(other)}), Shape::Phrase};
    if (from.op == Op::Constant && from.number == 0 && from.span == node.span)
        return Piece{word(wording::Negative, {object(other)}), Shape::Joined};
    return std::nullopt;
}

// `days(d)`
std::optional<Piece> Phraser::in_units(const TypedNode& node) {  // NOLINT(misc-no-recursion)
    const auto& by = at(node.args.back());
    const bool made = by.op == Op::Constant && by.type.is(Kind::Duration) && by.span == node.span;
    if (!made || !at(node.args.front()).type.is(Kind::Duration)) return std::nullopt;
    // The unit alone: "Tagen" after "in".
    auto unit = literal_text(2 * by.number, by.type, language_).substr(2);
    if (language_ == "de" && !unit.ends_with('n')) unit += 'n';
    return Piece{word(wording::InUnits, {value(node.args.front()), unit}), Shape::Phrase};
}

// `ramp(x, a, b)`
std::optional<Piece> Phraser::ramp(const TypedNode& node) {  // NOLINT(misc-no-recursion)
    const auto& floor = at(node.args.front());
    if (floor.op != Op::Greatest || floor.span != node.span || floor.written != node.written)
        return std::nullopt;
    const auto& ratio = at(floor.args.front());
    if (ratio.op != Op::Divide || ratio.span != node.span) return std::nullopt;
    const auto& above = at(ratio.args.front());
    const auto& width = at(ratio.args.back());
    return Piece{
        word(wording::Ramp, {object(above.args[0]), object(above.args[1]), object(width.args[0])}),
        Shape::Joined};
}

}  // namespace colonnade::engine
