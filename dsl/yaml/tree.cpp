// SPDX-License-Identifier: Apache-2.0
#include "dsl/yaml/tree.hpp"

#include <algorithm>
#include <utility>

#include "dsl/text/same_text.hpp"

namespace colonnade::dsl {

const Entry* Node::entry(std::string_view key) const {
    const auto at = std::find_if(entries.begin(), entries.end(),
                                 [&](const Entry& e) { return same_text(e.key.text, key); });
    return at == entries.end() ? nullptr : &*at;
}

const Node* Node::find(std::string_view key) const {
    const auto* found = entry(key);
    return found == nullptr ? nullptr : &found->value;
}

Node* Node::find(std::string_view key) {
    return const_cast<Node*>(std::as_const(*this).find(key));  // NOLINT(*-const-cast)
}

std::string_view text_of(NodeKind kind) {
    switch (kind) {
        case NodeKind::Empty:
            return "nothing";
        case NodeKind::Scalar:
            return "a text";
        case NodeKind::List:
            return "a list";
        case NodeKind::Map:
            return "a map";
    }
    return "nothing";
}

// As deep as the reader lets a file be.
bool say_the_same(const Node& a, const Node& b) {  // NOLINT(misc-no-recursion)
    if (a.kind != b.kind || a.text != b.text || a.items.size() != b.items.size() ||
        a.entries.size() != b.entries.size())
        return false;
    for (std::size_t i = 0; i < a.items.size(); ++i) {
        if (!say_the_same(a.items[i], b.items[i])) return false;
    }
    for (std::size_t i = 0; i < a.entries.size(); ++i) {
        if (a.entries[i].key.text != b.entries[i].key.text ||
            !say_the_same(a.entries[i].value, b.entries[i].value))
            return false;
    }
    return true;
}

}  // namespace colonnade::dsl
