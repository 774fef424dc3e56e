// SPDX-License-Identifier: Apache-2.0
#include "dsl/analyse/unused.hpp"

#include <fmt/format.h>

#include <set>
#include <string_view>

namespace colonnade::dsl {
namespace {

// What a parent names is for its children to use.
void report(const Form& form, Span place, std::string_view what, std::string_view name) {
    if (place.file != 0) return;
    form.report(Code::UnusedName, place, fmt::format("nothing uses {} `{}`", what, name),
                "delete it, or name it where it was meant");
}

// One walk over the map under `key`: looking up each of many names would take minutes.
void report_all_but(const Form& form, const Node& root, std::string_view key, std::string_view what,
                    const std::set<std::string_view>& used) {
    const auto* map = root.find(key);
    if (map == nullptr) return;
    for (const auto& entry : map->entries) {
        if (!used.contains(entry.key.text)) report(form, entry.key.span, what, entry.key.text);
    }
}

}  // namespace

void report_unused(const Form& form, const Node& root, const Rulebook& rulebook) {
    std::set<std::string_view> defines;
    for (const auto& define : rulebook.defines) {
        if (define.is_used) defines.insert(define.name);
    }
    report_all_but(form, root, "define", "the name", defines);
    std::set<std::string_view> lists;
    for (const auto& node : rulebook.nodes.items) {
        if (node.op == Op::WordsValue)
            lists.insert(rulebook.lists[static_cast<std::size_t>(node.field)].name);
    }
    report_all_but(form, root, "lists", "the word list", lists);
}

}  // namespace colonnade::dsl
