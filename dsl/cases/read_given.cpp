// SPDX-License-Identifier: Apache-2.0
// The profile of a case: facts as a person writes them, over a document or a base.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/cases/read_parts.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::dsl {
namespace {

GivenFact read_fact(const SuiteContext& context, int index, Span key, const Node& node) {
    const auto& fact = context.catalogue.facts[static_cast<std::size_t>(index)];
    GivenFact given;
    given.fact = index;
    given.unknown = says_unknown(node);
    if (given.unknown) return given;
    if (!fact.type.is(Kind::List)) {
        given.value = read_stated_value(context.form, fact.type, fact.bounds, key, node);
    } else if (node.kind == NodeKind::Map) {
        given.elements.push_back(read_elements(context, fact, node));
    } else if (node.kind == NodeKind::List) {
        for (const auto& item : node.items)
            given.elements.push_back(read_elements(context, fact, item));
    } else if (!node.refused) {
        context.form.report(Code::WrongShape, key,
                            fmt::format("found {}, `{}` is a list", text_of(node.kind), fact.name),
                            "write `[]` for none, or elements such as `{count: 3}`");
    }
    return given;
}

std::size_t elements_in(const GivenProfile& profile) {
    std::size_t count = 0;
    for (const auto& fact : profile.facts) {
        for (const auto& elements : fact.elements)
            count += elements.count;
    }
    return count;
}

void read_facts(const SuiteContext& context, const Node& node, Span key, GivenProfile& profile) {
    for (const auto& [name, value] : read_entries(context.form, node, key, "facts")) {
        const int fact = read_fact_name(context.form, context.catalogue, name);
        if (fact < 0) continue;
        auto given = read_fact(context, fact, name.span, value);
        std::erase_if(profile.facts, [&](const auto& known) { return known.fact == fact; });
        profile.facts.push_back(std::move(given));
        if (elements_in(profile) <= MostElements) continue;
        context.form.report(Code::LimitExceeded, name.span,
                            fmt::format("more than {} elements in one profile", MostElements));
        profile.facts.back().elements.clear();
    }
}

void read_coverage(const SuiteContext& context, const Node& node, Span key, GivenProfile& profile) {
    for (const auto& [name, value] : read_entries(context.form, node, key, "lists")) {
        const int fact = read_fact_name(context.form, context.catalogue, name);
        if (fact < 0) continue;
        if (!context.catalogue.facts[static_cast<std::size_t>(fact)].type.is(Kind::List)) {
            context.form.report(Code::WrongValue, name.span,
                                fmt::format("`{}` is no list", name.text));
            continue;
        }
        const auto from = parse_moment(read_text(context.form, value, name.span));
        if (from) {
            profile.covers.emplace_back(fact, *from);
        } else if (value.kind == NodeKind::Scalar) {
            context.form.report(Code::WrongValue, value.span,
                                fmt::format("`{}` is no date", value.text),
                                "write it like `2026-01-31`");
        }
    }
}

}  // namespace

bool says_unknown(const Node& node) {
    return node.kind == NodeKind::Scalar && !node.quoted && node.text == "unknown";
}

void read_given(const SuiteContext& context, MapReader& map, GivenProfile& profile) {
    const auto* file = map.optional("file");
    if (file != nullptr) {
        profile.file = read_filled_text(context.form, *file, map.key_span("file"));
        profile.file_span = file->span;
    }
    if (const auto* facts = map.optional("facts"))
        read_facts(context, *facts, map.key_span("facts"), profile);
    const auto* coverage = map.optional("coverage");
    if (coverage != nullptr) read_coverage(context, *coverage, map.key_span("coverage"), profile);
    // The one may stand here and the other in the base.
    const bool both = !profile.file.empty() && (coverage != nullptr || !profile.covers.empty());
    if (both && (file != nullptr || coverage != nullptr))
        context.form.report(Code::WrongValue,
                            map.key_span(coverage != nullptr ? "coverage" : "file"),
                            "the document of `file` says itself what it covers");
}

}  // namespace colonnade::dsl
