// SPDX-License-Identifier: Apache-2.0
#include "dsl/analyse/unused.hpp"

#include <fmt/format.h>

#include <set>

#include "dsl/analyse/place.hpp"

namespace colonnade::dsl {
namespace {

// What a parent names is for its children to use.
void report(const Form& form, Span place, std::string_view what, std::string_view name) {
    if (place.file != 0) return;
    form.report(Code::UnusedName, place, fmt::format("nothing uses {} `{}`", what, name),
                "delete it, or name it where it was meant");
}

}  // namespace

void report_unused(const Form& form, const Node& root, const Rulebook& rulebook) {
    for (const auto& define : rulebook.defines) {
        if (!define.is_used)
            report(form, place_of(root, {"define", define.name}), "the name", define.name);
    }
    std::set<int> used;
    for (const auto& node : rulebook.nodes.items) {
        if (node.op == Op::WordsValue) used.insert(node.field);
    }
    for (std::size_t i = 0; i < rulebook.lists.size(); ++i) {
        const auto& name = rulebook.lists[i].name;
        const auto place = place_of(root, {"lists", name});
        // Lists that are files of their own come along only where they are used.
        const bool is_own = root.find("lists") != nullptr && root.find("lists")->find(name);
        if (is_own && !used.contains(static_cast<int>(i)))
            report(form, place, "the word list", name);
    }
}

}  // namespace colonnade::dsl
