// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "dsl/facts/stated.hpp"
#include "dsl/rulebook/read_parts.hpp"
#include "dsl/text/nearest_name.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::dsl {
namespace {

double read_moment(const Form& form, Span key, const Node& node) {
    const auto text = read_filled_text(form, node, key);
    if (text.empty()) return 0;
    if (const auto moment = parse_moment(text)) return static_cast<double>(*moment);
    form.report(Code::WrongValue, node.span, fmt::format("`{}` is no date", text),
                "write it like `2026-01-31` or `2026-01-31T09:30:00Z`");
    return 0;
}

double read_amount(const Form& form, Kind kind, const Bounds& bounds, Span key, const Node& node) {
    const auto literal = read_single_literal(form, node, key, kind);
    if (!literal) return 0;
    if (literal->low < bounds.min || literal->low > bounds.max) {
        form.report(Code::WrongValue, node.span,
                    fmt::format("`{}` is outside what the fact can be", node.text));
    }
    return literal->low;
}

}  // namespace

StatedValue read_stated_value(const Form& form, const Type& type, const Bounds& bounds, Span key,
                              const Node& node) {
    switch (type.kind) {
        case Kind::Text:
            return {true, 0, read_text(form, node, key)};
        case Kind::YesNo:
            return {false, read_true_false(form, node, key) ? 1.0 : 0.0, {}};
        case Kind::Category:
            return {false,
                    static_cast<double>(read_choice(form, node, key, type.category->values)),
                    {}};
        case Kind::Date:
        case Kind::Time:
            return {false, read_moment(form, key, node), {}};
        default:
            return {false, read_amount(form, type.kind, bounds, key, node), {}};
    }
}

int read_fact_name(const Form& form, const Catalogue& catalogue, const Node& key) {
    const int fact = catalogue.fact_index(key.text);
    if (fact < 0) {
        form.report(Code::UnknownName, key.span, fmt::format("unknown fact `{}`", key.text),
                    did_you_mean(key.text, catalogue.fact_names()));
    }
    return fact;
}

}  // namespace colonnade::dsl
