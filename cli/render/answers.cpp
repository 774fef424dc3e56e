// SPDX-License-Identifier: Apache-2.0
#include "cli/render/answers.hpp"

#include <fmt/format.h>

#include "cli/render/canvas.hpp"
#include "cli/render/labels.hpp"

namespace colonnade::cli {
namespace {

std::string example_of(const dsl::Fact& fact) {
    switch (fact.type.kind) {
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
            return fmt::format("{}", fmt::join(fact.type.category->values, ", "));
        case dsl::Kind::List: {
            std::string fields;
            for (const auto& field : fact.fields)
                fields += fmt::format("{}{}: …", fields.empty() ? "" : ", ", field.name);
            return fmt::format("[{{{}}}]", fields);
        }
        default:
            return "…";
    }
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
        text += fmt::format("{}:   # {}\n", fact.name, example_of(fact));
    }
    return text;
}

}  // namespace colonnade::cli
