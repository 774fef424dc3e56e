// SPDX-License-Identifier: Apache-2.0
#include "dsl/expr/builder.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "dsl/expr/text_literal.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::dsl {

namespace {

constexpr auto Reserved =
    std::to_array<std::string_view>({"if", "then", "else", "or", "and", "not", "in", "has", "known",
                                     "where", "contains", "matches", "true", "false", "per"});

}  // namespace

bool is_reserved(std::string_view word) {
    return std::find(Reserved.begin(), Reserved.end(), word) != Reserved.end();
}

std::optional<int> Builder::add_name(Span span) {
    const auto name = text.substr(span.begin, span.end - span.begin);
    if (is_reserved(name)) return std::nullopt;
    return add({.kind = AstKind::Name, .span = span, .text = std::string(name)});
}

std::optional<int> Builder::add_number(Span span) {
    const auto digits = text.substr(span.begin, span.end - span.begin);
    const auto* end = digits.data() + digits.size();
    double value = 0;
    const auto result = std::from_chars(digits.data(), end, value, std::chars_format::fixed);
    if (result.ec != std::errc{} || result.ptr != end) return std::nullopt;
    return add({.kind = AstKind::Number, .span = span, .number = value});
}

std::optional<int> Builder::add_date(Span span) {
    const auto seconds = parse_date(text.substr(span.begin, span.end - span.begin));
    if (!seconds) return std::nullopt;
    return add({.kind = AstKind::Date, .span = span, .number = static_cast<double>(*seconds)});
}

int Builder::add_text(Span span) {
    auto content = text_of_literal(text.substr(span.begin, span.end - span.begin));
    return add({.kind = AstKind::Text, .span = span, .text = std::move(content)});
}

bool Builder::call_member(int member) {
    auto& node = at(member);
    const auto& base = at(node.args.front());
    if (base.kind != AstKind::Name) return false;
    node.text = base.text + "." + node.text;
    node.kind = AstKind::Call;
    node.args.clear();
    return true;
}

}  // namespace colonnade::dsl
