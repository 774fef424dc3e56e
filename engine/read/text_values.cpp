// SPDX-License-Identifier: Apache-2.0
#include "engine/read/text_values.hpp"

#include <fmt/format.h>

#include "dsl/expr/parse.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::engine {
namespace {

using dsl::AstKind;
using dsl::Kind;

AstKind literal_of(Kind kind) {
    switch (kind) {
        case Kind::Share:
            return AstKind::Share;
        case Kind::Duration:
            return AstKind::Duration;
        case Kind::Rate:
            return AstKind::Rate;
        default:
            return AstKind::Number;
    }
}

std::string_view example_of(Kind kind) {
    switch (kind) {
        case Kind::Duration:
            return "write \"3 days\"";
        case Kind::Rate:
            return "write \"2 per week\"";
        case Kind::Share:
            return "write 0.6 or \"60%\"";
        default:
            return "write a number without quotes";
    }
}

}  // namespace

std::string Place::text() const {
    std::string text(fact);
    if (element) text += fmt::format("[{}]", *element);
    if (!field.empty()) text += fmt::format(".{}", field);
    return text;
}

void refuse(const Place& place, std::string message, std::string help) {
    throw Refused{{place.text(), std::move(message), std::move(help)}};
}

std::optional<double> read_literal(std::string_view text, Kind kind) {
    const auto parsed = dsl::parse_expression(text);
    const auto* ast = std::get_if<dsl::Ast>(&parsed);
    if (ast == nullptr || ast->at(ast->root).kind != literal_of(kind) || kind == Kind::Number)
        return std::nullopt;
    return dsl::literal_value(ast->at(ast->root));
}

double literal_in(const Place& place, std::string_view text, Kind kind) {
    const auto value = read_literal(text, kind);
    if (!value) {
        refuse(place, fmt::format("this text is not {}", with_article(kind)),
               std::string(example_of(kind)));
    }
    return *value;
}

double moment_in(const Place& place, std::string_view text) {
    const auto seconds = dsl::parse_moment(text);
    if (!seconds)
        refuse(place, "this is no date of the years 1900 to 2100",
               "write \"2026-01-31\" or \"2026-01-31T09:30:00Z\"");
    return static_cast<double>(*seconds);
}

double category_in(const Place& place, std::string_view text, const dsl::Category& category) {
    const int index = category.index_of(text);
    if (index < 0) {
        refuse(place, "this is no value of the category",
               fmt::format("one of: {}", fmt::join(category.values, ", ")));
    }
    return index;
}

void check_bounds(const Place& place, double value, const dsl::Bounds& bounds) {
    if (is_within(value, bounds)) return;
    if (value < bounds.min) refuse(place, fmt::format("{} is less than {}", value, bounds.min));
    refuse(place, fmt::format("{} is more than {}", value, bounds.max));
}

}  // namespace colonnade::engine
