// SPDX-License-Identifier: Apache-2.0
// Cautions: warnings without points.
#include <fmt/format.h>

#include "dsl/rulebook/keys.hpp"
#include "dsl/rulebook/read_parts.hpp"

namespace colonnade::dsl {
namespace {

bool is_comparison(Op op) {
    return op >= Op::Equal && op <= Op::GreaterEqual;
}

}  // namespace

Caution read_caution(ReadContext& context, const Node& key, const Node& node) {
    const auto& form = context.form;
    Caution caution;
    caution.id = read_id(form, key, key.span);
    MapReader map(form, node, key.span, CautionKeys, fmt::format("the caution `{}`", key.text));
    if (const auto* title = map.required("title"))
        caution.title = read_texts(form, *title, map.key_span("title"));
    bool is_known = false;
    if (const auto* when = map.required("when")) {
        if (const auto checked = context.checker.condition(*when)) {
            is_known = true;
            caution.when = checked->node;
            const auto& root = context.rulebook.nodes.at(checked->node);
            if (is_comparison(root.op)) caution.value = root.args.front();
            const auto* literal = context.checker.compared_literal();
            if (literal != nullptr) caution.display = display_of(*literal);
        } else if (const auto open = context.checker.refused()) {
            caution.when = open->node;
        }
    }
    if (const auto* text = map.required("text")) {
        caution.text = read_templates(context, *text, map.key_span("text"),
                                      {.value = caution.value >= 0 || !is_known});
    }
    map.finish();
    return caution;
}

}  // namespace colonnade::dsl
