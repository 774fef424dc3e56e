// SPDX-License-Identifier: Apache-2.0
#include "engine/read/answers.hpp"

#include <fmt/format.h>

#include "dsl/form/reader.hpp"
#include "dsl/rulebook/read_parts.hpp"
#include "dsl/text/nearest_name.hpp"

namespace colonnade::engine {
namespace {

using dsl::Code;
using dsl::Kind;

// Which keys an element has, the schema says.
constinit const dsl::KeyTable ElementKeys{"element", {}, {}, dsl::KeyTable::Others::Any};

class AnswerReader {
public:
    AnswerReader(const dsl::Document& document, const dsl::Catalogue& catalogue,
                 dsl::Diagnostics& diagnostics)
        : form_{document.sources, diagnostics}, root_(document.root), catalogue_(catalogue) {}

    Answers read() {
        Answers answers;
        if (root_.kind == dsl::NodeKind::Empty) return answers;
        if (root_.kind != dsl::NodeKind::Map) {
            form_.report(
                Code::WrongShape, root_.span,
                fmt::format("found {}, expected facts such as `photo: true`", text_of(root_.kind)));
            return answers;
        }
        for (const auto& [key, value] : root_.entries) {
            const int fact = catalogue_.fact_index(key.text);
            if (fact < 0) {
                form_.report(Code::UnknownName, key.span,
                             fmt::format("unknown fact `{}`", key.text),
                             dsl::did_you_mean(key.text, catalogue_.fact_names()));
            } else if (value.kind != dsl::NodeKind::Empty) {
                answers.push_back(stated(fact, key, value));
            }
        }
        return answers;
    }

private:
    StatedFact stated(int index, const dsl::Node& key, const dsl::Node& node) {
        const auto& fact = catalogue_.facts[static_cast<std::size_t>(index)];
        StatedFact answer;
        answer.fact = index;
        if (!fact.type.is(Kind::List)) {
            answer.value = value(fact.type, fact.bounds, key.span, node);
            return answer;
        }
        if (node.kind != dsl::NodeKind::List) {
            form_.report(Code::WrongShape, key.span,
                         fmt::format("found {}, `{}` is a list", text_of(node.kind), fact.name));
            return answer;
        }
        for (const auto& item : node.items)
            answer.elements.push_back(element(fact, item));
        return answer;
    }

    std::vector<StatedField> element(const dsl::Fact& fact, const dsl::Node& item) {
        std::vector<StatedField> fields;
        dsl::MapReader map(form_, item, item.span, ElementKeys,
                           fmt::format("an element of `{}`", fact.name));
        for (std::size_t f = 0; f < fact.fields.size(); ++f) {
            const auto& field = fact.fields[f];
            const auto* node = map.optional(field.name);
            if (node == nullptr || node->kind == dsl::NodeKind::Empty) continue;
            fields.push_back({static_cast<int>(f),
                              value(field.type, field.bounds, map.key_span(field.name), *node)});
        }
        map.finish();
        return fields;
    }

    StatedValue value(const dsl::Type& type, const dsl::Bounds& bounds, dsl::Span key,
                      const dsl::Node& node) {
        StatedValue result;
        if (type.is(Kind::Text)) {
            result.is_text = true;
            result.text = read_text(form_, node, key);
        } else if (type.is(Kind::YesNo)) {
            result.number = read_true_false(form_, node, key) ? 1 : 0;
        } else if (type.is(Kind::Category)) {
            result.number =
                static_cast<double>(read_choice(form_, node, key, type.category->values));
        } else if (const auto literal = read_literal(form_, node, key, type.kind)) {
            result.number = literal->low;
            if (literal->form != dsl::Target::Form::Exactly || literal->low < bounds.min ||
                literal->low > bounds.max) {
                form_.report(Code::WrongValue, node.span,
                             fmt::format("`{}` is outside what the fact can be", node.text));
            }
        }
        return result;
    }

    dsl::Form form_;
    const dsl::Node& root_;
    const dsl::Catalogue& catalogue_;
};

}  // namespace

Answers read_answers(const dsl::Document& document, const dsl::Catalogue& catalogue,
                     dsl::Diagnostics& diagnostics) {
    return AnswerReader(document, catalogue, diagnostics).read();
}

}  // namespace colonnade::engine
