// SPDX-License-Identifier: Apache-2.0
#include "cli/render/answers.hpp"

#include <fmt/format.h>

#include "cli/render/canvas.hpp"
#include "cli/render/labels.hpp"

namespace colonnade::cli {
namespace {

// All that may stand there, or one of it.
std::string example_of(const dsl::Type& type) {
    switch (type.kind) {
        case dsl::Kind::YesNo:
            return "true, false";
        case dsl::Kind::Number:
            return "120";
        case dsl::Kind::Share:
            return "60%";
        case dsl::Kind::Duration:
            return "3 days";
        case dsl::Kind::Rate:
            return "2 per week";
        case dsl::Kind::Date:
        case dsl::Kind::Time:
            return "2026-01-31";
        case dsl::Kind::Category:
            return fmt::format("{}", fmt::join(type.category->values, ", "));
        default:
            return "…";
    }
}

// An element to be copied as often as there are some, a field a line. It can be read as it stands,
// with one blank behind the # taken away or without.
std::string element_form(const dsl::Fact& fact) {
    std::string text;
    for (const auto& field : fact.fields) {
        const auto example = example_of(field.type);
        const auto comma = example.find(',');
        const auto rest = comma == std::string::npos ? "" : fmt::format("   # {}", example);
        text += fmt::format("#  {} {}: {}{}\n", text.empty() ? "-" : " ", field.name,
                            example.substr(0, comma), rest);
    }
    return text;
}

std::string comment(std::string_view text) {
    std::string out;
    for (const auto& line : wrapped(clean(text), TextWidth - 2))
        out += "# " + line + "\n";
    return out;
}

}  // namespace

std::string render_answers(engine::Result result, const dsl::Catalogue& catalogue,
                           std::string_view language) {
    engine::round_result(result, 1);
    const auto& labels = labels_in(language);
    std::string text = comment(fmt::format("{}: {}", labels.unknown, result.profile));
    for (const auto& unknown : result.unknown) {
        const auto& fact =
            catalogue.facts[static_cast<std::size_t>(catalogue.fact_index(unknown.fact))];
        if (!unknown.stateable) continue;
        text += "\n" + comment(fmt::format("{} ({} {})", fact.title.in(language),
                                           points_text(unknown.points, language), labels.points));
        if (!fact.where.empty()) text += comment(fact.where.in(language));
        const bool is_list = fact.type.is(dsl::Kind::List);
        text += fmt::format("{}:   # {}\n", fact.name,
                            is_list ? labels.list_hint : example_of(fact.type));
        if (is_list) text += element_form(fact);
    }
    return text;
}

}  // namespace colonnade::cli
