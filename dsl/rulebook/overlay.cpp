// SPDX-License-Identifier: Apache-2.0
#include "dsl/rulebook/overlay.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "dsl/text/nearest_name.hpp"

namespace colonnade::dsl {
namespace {

using Index = std::unordered_map<std::string, std::size_t>;

Index index_of(const Node& map) {
    Index index;
    for (std::size_t i = 0; i < map.entries.size(); ++i)
        index.emplace(map.entries[i].key.text, i);
    return index;
}

using Names = std::vector<std::string>;

Names names_of(const Index& known) {
    Names names;
    for (const auto& [name, at] : known)
        names.push_back(name);
    std::sort(names.begin(), names.end());
    return names;
}

// Whether `entry` changes what the parent does not have: something new has a title.
bool changes_nothing(const Form& form, const Entry& entry, const Index& known,
                     std::string_view what) {
    if (known.contains(entry.key.text) || entry.value.kind != NodeKind::Map ||
        entry.value.entry("title") != nullptr)
        return false;
    const auto names = form.has_time_for_hints() ? names_of(known) : Names();
    form.report(Code::NotFound, entry.key.span,
                fmt::format("no {} `{}` that could be changed", what, entry.key.text),
                nearest_name(entry.key.text, names)
                    ? did_you_mean(entry.key.text, names)
                    : fmt::format("a new {} needs a `title`", what));
    return true;
}

// Whether `entry` is a `without`; one that cannot be obeyed is reported.
class Without {
public:
    Without(const Form& form, std::string_view what) : form_(form), what_(what) {}

    // Answers whether the child's entry drops the one of the parent.
    bool asked(const Entry& entry, const Index& known) {
        const auto* without = entry.value.entry("without");
        if (without == nullptr) return false;
        if (without->value.text != "true") {
            form_.report(
                Code::WrongValue, without->key.span,
                fmt::format("found `{}`, expected `true`", without->value.text),
                fmt::format("`without: true` drops the {}; to keep it, delete the line", what_));
        }
        if (entry.value.entries.size() > 1) {
            form_.report(Code::WrongShape, without->key.span,
                         fmt::format("`without` beside other keys of the {}", what_),
                         "it drops everything of it; delete the one or the other");
        }
        if (!known.contains(entry.key.text)) {
            const auto names = form_.has_time_for_hints() ? names_of(known) : Names();
            form_.report(Code::NotFound, entry.key.span,
                         fmt::format("no {} `{}` that could be dropped", what_, entry.key.text),
                         did_you_mean(entry.key.text, names));
        }
        return true;
    }

private:
    const Form& form_;
    std::string_view what_;
};

void add_words(Node& list, Node more) {
    for (auto& word : more.items)
        list.items.push_back(std::move(word));
}

}  // namespace

Node by_key(Node parent, Node child, const Combine& combine) {
    if (parent.kind != NodeKind::Map || child.kind != NodeKind::Map) return child;
    const auto known = index_of(parent);
    for (auto& entry : child.entries) {
        const auto at = known.find(entry.key.text);
        if (at == known.end()) {
            parent.entries.push_back(std::move(entry));
            continue;
        }
        auto& there = parent.entries[at->second];
        there.value = combine(entry.key, std::move(there.value), std::move(entry.value));
        there.key = std::move(entry.key);
    }
    parent.span = child.span;
    return parent;
}

Node by_id(const Form& form, Node parent, Node child, std::string_view what,
           const Combine& combine) {
    if (parent.kind != NodeKind::Map || child.kind != NodeKind::Map) return child;
    const auto known = index_of(parent);
    Without without(form, what);
    std::vector<bool> dropped(parent.entries.size());
    std::erase_if(child.entries, [&](const Entry& entry) {
        if (!without.asked(entry, known)) return false;
        const auto at = known.find(entry.key.text);
        if (at != known.end()) dropped[at->second] = true;
        return true;
    });
    std::erase_if(child.entries,
                  [&](const Entry& entry) { return changes_nothing(form, entry, known, what); });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < dropped.size(); ++i) {
        if (dropped[i]) continue;
        if (kept != i) parent.entries[kept] = std::move(parent.entries[i]);
        ++kept;
    }
    parent.entries.resize(kept);
    return by_key(std::move(parent), std::move(child), combine);
}

Node over_texts(const Form& form, const Node& key, Node parent, Node child) {
    const Entry* stale = nullptr;
    bool changed = false;
    for (const auto& language : form.languages) {
        const auto* there = parent.entry(language);
        const bool mine = child.entry(language) != nullptr;
        changed = changed || (mine && there != nullptr);
        if (!mine && stale == nullptr) stale = there;
    }
    if (changed && stale != nullptr && child.kind == NodeKind::Map) {
        form.report(Code::StaleText, key.span,
                    fmt::format("the text is changed, but not in `{}`", stale->key.text),
                    "say the same in every language", {{stale->key.span, "this stays"}});
    }
    return by_key(std::move(parent), std::move(child),
                  [](const Node&, const Node&, Node mine) { return mine; });
}

void warn_of_stale(const Form& form, const Node& parent, const Node& child,
                   std::string_view changed, std::string_view text) {
    const auto* change = child.entry(changed);
    const auto* old = parent.entry(text);
    if (change == nullptr || old == nullptr || child.entry(text) != nullptr) return;
    form.report(Code::StaleText, change->key.span,
                fmt::format("`{}` is changed, but not the `{}`", changed, text),
                fmt::format("write a `{}` that fits", text), {{old->key.span, "this stays"}});
}

Node over_words(Node parent, Node child) {
    if (parent.kind == NodeKind::List && child.kind == NodeKind::List) {
        add_words(parent, std::move(child));
        return parent;
    }
    // A plain list is the group `words`.
    const auto as_groups = [](Node node) {
        if (node.kind != NodeKind::List) return node;
        Node map;
        map.kind = NodeKind::Map;
        map.span = node.span;
        Node key;
        key.kind = NodeKind::Scalar;
        key.text = "words";
        key.span = node.span;
        map.entries.push_back({std::move(key), std::move(node)});
        return map;
    };
    return by_key(as_groups(std::move(parent)), as_groups(std::move(child)),
                  [](const Node&, Node a, Node b) {
                      if (a.kind != NodeKind::List || b.kind != NodeKind::List) return b;
                      add_words(a, std::move(b));
                      return a;
                  });
}

}  // namespace colonnade::dsl
