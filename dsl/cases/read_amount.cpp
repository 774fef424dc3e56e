// SPDX-License-Identifier: Apache-2.0
// What a number must be, as a case says it, and how exactly.
#include <algorithm>
#include <limits>

#include "dsl/cases/read_parts.hpp"
#include "dsl/rulebook/read_parts.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::dsl {
namespace {

constexpr double Infinity = std::numeric_limits<double>::infinity();
// What results show, and what doubles can tell apart.
constexpr int ShownDecimals = 1;
constexpr int MostDecimals = 9;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// The most digits that stand behind a point; the two points of a range are none.
int decimals_in(const std::string& text) {
    std::size_t most = 0;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (text[i] != '.' || !is_digit(text[i - 1]) || !is_digit(text[i + 1])) continue;
        std::size_t end = i + 1;
        while (end < text.size() && is_digit(text[end]))
            ++end;
        most = std::max(most, end - i - 1);
    }
    return static_cast<int>(std::min<std::size_t>(most, MostDecimals));
}

// `33%` is a rounded number, but the ends of a range are meant as they stand there; and who writes
// nothing, or all of something, does not mean nearly.
bool is_rounded(const Amount& amount, Kind kind) {
    const bool is_all = kind == Kind::Share && amount.low == 1;
    return amount.low == amount.high && amount.low != 0 && !is_all;
}

}  // namespace

std::optional<Amount> read_amount(const Form& form, const Node& node, Span key, Kind kind) {
    Amount amount;
    if (says_unknown(node)) {
        amount.unknown = true;
        return amount;
    }
    if (kind == Kind::YesNo) {
        amount.low = amount.high = read_true_false(form, node, key) ? 1 : 0;
        return amount;
    }
    const auto literal = read_literal(form, node, key, kind);
    if (!literal) return std::nullopt;
    amount.low = literal->form == Target::Form::OrLess ? -Infinity : literal->low;
    amount.high = literal->form == Target::Form::OrMore ? Infinity : literal->high;
    amount.display = literal->display;
    amount.decimals =
        std::max(decimals_in(node.text), is_rounded(amount, kind) ? 0 : ShownDecimals);
    // A day is meant from its first second to its last.
    if (kind == Kind::Date || kind == Kind::Time) amount.high += SecondsPerDay - 1;
    return amount;
}

}  // namespace colonnade::dsl
