// SPDX-License-Identifier: Apache-2.0
#include "cli/render/facts.hpp"

#include <fmt/format.h>

#include <cmath>

#include "cli/render/canvas.hpp"
#include "cli/render/range_words.hpp"
#include "engine/phrase/wording.hpp"

namespace colonnade::cli {
namespace {

using engine::Wording;

constexpr Wording Facts{"Angaben des Schemas `{0}`", "Facts of the schema `{0}`"};
constexpr Wording OfPlugins{"Funktionen der Plugins", "Functions of plugins"};
constexpr Wording OfLanguage{"Funktionen der Sprache", "Functions of the language"};
constexpr Wording Within{"{0} bis {1}", "{0} to {1}"};
constexpr Wording CanBeStated{"kann angegeben werden", "can be stated"};

std::string bounds_text(const dsl::Type& type, const dsl::Bounds& bounds,
                        std::string_view language) {
    if (type.is(dsl::Kind::YesNo)) return {};
    const auto edge = [&](double value) { return engine::literal_text(value, type, language); };
    const bool low = std::isfinite(bounds.min);
    const bool high = std::isfinite(bounds.max);
    if (low && high) return engine::worded(Within, language, {edge(bounds.min), edge(bounds.max)});
    if (low) return engine::worded(OrMore, language, {edge(bounds.min)});
    return high ? engine::worded(OrLess, language, {edge(bounds.max)}) : std::string{};
}

// ` (0 or more)`, ` (entry < lead)`: what a value can be, as far as its kind does not say it.
std::string limits(const dsl::Type& type, const dsl::Bounds& bounds, std::string_view more,
                   std::string_view language) {
    auto text = bounds_text(type, bounds, language);
    if (type.is(dsl::Kind::Category)) {
        text = fmt::format("{}",
                           fmt::join(type.category->values, type.category->ordered ? " < " : ", "));
    }
    if (!more.empty()) text += fmt::format("{}{}", text.empty() ? "" : "; ", more);
    return text.empty() ? text : fmt::format(" ({})", text);
}

std::string signature(const dsl::Function& function) {
    std::string parameters;
    for (const auto& parameter : function.parameters) {
        std::string fields;
        for (const auto& field : parameter.fields)
            fields += fmt::format("{}{}", fields.empty() ? "" : ", ", field.name);
        const auto optional =
            parameter.default_words.empty() ? "" : fmt::format(" = {}", parameter.default_words);
        parameters += fmt::format("{}{}{}{}{}", parameters.empty() ? "" : ", ", parameter.name,
                                  fields.empty() ? "" : " {" + fields + "}",
                                  parameter.repeated ? ", …" : "", optional);
    }
    return fmt::format("{}.{}({}) → {}", function.plugin, function.name, parameters,
                       dsl::text_of(function.result.kind));
}

std::string line(std::string_view name, const dsl::Type& type, std::string_view text) {
    return paragraph(fmt::format("  {} {} ", padded(name, 22), padded(dsl::text_of(type.kind), 9)),
                     text);
}

std::string fact_lines(const dsl::Fact& fact, std::string_view language) {
    const auto stated = fact.stateable ? engine::worded(CanBeStated, language, {}) : "";
    auto text = line(
        fact.name, fact.type,
        std::string(fact.title.in(language)) + limits(fact.type, fact.bounds, stated, language));
    if (!fact.description.empty())
        text += paragraph(std::string(35, ' '), fact.description.in(language));
    for (const auto& field : fact.fields) {
        text += line(
            "  ." + field.name, field.type,
            std::string(field.title.in(language)) + limits(field.type, field.bounds, "", language));
        if (!field.description.empty())
            text += paragraph(std::string(35, ' '), field.description.in(language));
    }
    return text;
}

std::string function_lines(const dsl::Function& function, std::string_view language) {
    auto text = paragraph(
        "  ", signature(function) + limits(function.result, function.bounds, "", language));
    return text + paragraph("      ", fmt::format("{}: {}", function.title.in(language),
                                                  function.description.in(language)));
}

}  // namespace

std::string render_facts(const FactList& list, std::string_view language) {
    std::string text;
    const auto section = [&](Wording title) {
        text += fmt::format("{}{}\n", text.empty() ? "" : "\n",
                            clean(engine::worded(title, language, {list.schema})));
    };
    if (!list.facts.empty()) section(Facts);
    for (const auto* fact : list.facts)
        text += fact_lines(*fact, language);
    if (!list.functions.empty()) section(OfPlugins);
    for (const auto* function : list.functions)
        text += function_lines(*function, language);
    if (!list.built_in.empty()) section(OfLanguage);
    for (const auto* function : list.built_in) {
        text +=
            paragraph(fmt::format("  {} ", padded(function->call, 21)),
                      fmt::format("→ {}: {}", function->result, function->description(language)));
    }
    return text;
}

}  // namespace colonnade::cli
