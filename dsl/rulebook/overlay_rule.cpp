// SPDX-License-Identifier: Apache-2.0
// A rule over a rule. What is measured and its curve belong together: half of one curve and half of
// another would be a third that nobody wrote.
#include <algorithm>
#include <array>

#include "dsl/rulebook/overlay.hpp"

namespace colonnade::dsl {
namespace {

// The keys of each form of a curve.
constexpr std::array<std::array<std::string_view, 2>, 6> Forms{{{"pass", "cap"},
                                                                {"full", "none"},
                                                                {"steps", ""},
                                                                {"line", ""},
                                                                {"half", ""},
                                                                {"median", "p10"}}};
constexpr std::size_t Pass = 0;

bool names_form(const Node& rule, std::size_t form) {
    return std::any_of(Forms[form].begin(), Forms[form].end(), [&](std::string_view key) {
        return !key.empty() && rule.entry(key) != nullptr;
    });
}

bool names_a_curve(const Node& rule) {
    for (std::size_t form = Pass + 1; form < Forms.size(); ++form) {
        if (names_form(rule, form)) return true;
    }
    return false;
}

void drop(Node& rule, std::string_view key) {
    std::erase_if(rule.entries, [&](const Entry& entry) { return entry.key.text == key; });
}

void drop_form(Node& rule, std::size_t form) {
    for (const auto key : Forms[form])
        drop(rule, key);
}

// Leaves of the parent's curve what the child goes on with.
void make_room(Node& parent, const Node& child) {
    const bool new_measure = child.entry("measure") != nullptr;
    const bool is_pass = names_form(child, Pass);
    const bool is_curve = new_measure || names_a_curve(child);
    bool replaced = false;
    for (std::size_t form = 0; form < Forms.size(); ++form) {
        const bool other = !names_form(child, form) && (is_pass || is_curve);
        if ((other || (new_measure && form != Pass)) && names_form(parent, form)) {
            drop_form(parent, form);
            replaced = true;
        }
    }
    if (is_pass) drop(parent, "measure");
    if (!replaced && !new_measure && !is_pass) return;
    drop(parent, "better");
    drop(parent, "target");
}

}  // namespace

Node over_rule(const Form& form, const Node&, Node parent, Node child) {
    if (parent.kind == NodeKind::Map && child.kind == NodeKind::Map) {
        for (const std::string_view changed : {"measure", "pass"})
            warn_of_stale(form, parent, child, changed, "tip");
        make_room(parent, child);
    }
    return by_key(std::move(parent), std::move(child), [&](const Node& key, Node a, Node b) {
        const bool texts = key.text == "title" || key.text == "tip" || key.text == "because";
        if (!texts) return b;
        return over_texts(form, key, std::move(a), std::move(b));
    });
}

}  // namespace colonnade::dsl
