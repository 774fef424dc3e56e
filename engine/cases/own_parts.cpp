// SPDX-License-Identifier: Apache-2.0
#include "engine/cases/own_parts.hpp"

#include <algorithm>

namespace colonnade::engine {
namespace {

// Of a document's files the first is the rulebook's own. A map is as much its own as what is in it:
// maps of both files are merged. A tree is at most 32 deep.
bool is_own(const dsl::Node& node) {  // NOLINT(misc-no-recursion)
    if (node.kind != dsl::NodeKind::Map) return node.span.file == 0;
    return std::any_of(node.entries.begin(), node.entries.end(),
                       [](const dsl::Entry& entry) { return is_own(entry.value); });
}

void add_own(const dsl::Node& parent, std::string_view key, const std::string& prefix,
             std::set<std::string>& own) {
    const auto* parts = parent.find(key);
    if (parts == nullptr) return;
    for (const auto& [id, part] : parts->entries) {
        if (is_own(part)) own.insert(prefix + id.text);
    }
}

}  // namespace

std::set<std::string> own_parts(const dsl::Document& document) {
    std::set<std::string> own;
    if (const auto* pillars = document.root.find("pillars"); pillars != nullptr) {
        for (const auto& [id, pillar] : pillars->entries)
            add_own(pillar, "rules", id.text + ".", own);
    }
    add_own(document.root, "cautions", {}, own);
    return own;
}

}  // namespace colonnade::engine
