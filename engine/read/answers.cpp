// SPDX-License-Identifier: Apache-2.0
#include "engine/read/answers.hpp"

#include <fmt/format.h>

#include "dsl/form/reader.hpp"

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
            const int fact = read_fact_name(form_, catalogue_, key);
            if (fact >= 0 && value.kind != dsl::NodeKind::Empty)
                answers.push_back(stated(fact, key, value));
        }
        return answers;
    }

private:
    StatedFact stated(int index, const dsl::Node& key, const dsl::Node& node) {
        const auto& fact = catalogue_.facts[static_cast<std::size_t>(index)];
        StatedFact answer;
        answer.fact = index;
        if (!fact.type.is(Kind::List)) {
            answer.value = read_stated_value(form_, fact.type, fact.bounds, key.span, node);
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
            fields.push_back(
                {static_cast<int>(f), read_stated_value(form_, field.type, field.bounds,
                                                        map.key_span(field.name), *node)});
        }
        map.finish();
        return fields;
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
