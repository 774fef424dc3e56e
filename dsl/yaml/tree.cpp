// SPDX-License-Identifier: Apache-2.0
#include "dsl/yaml/tree.hpp"

#include <algorithm>

namespace colonnade::dsl {

const Entry* Node::entry(std::string_view key) const {
    const auto at = std::find_if(entries.begin(), entries.end(),
                                 [&](const Entry& e) { return e.key.text == key; });
    return at == entries.end() ? nullptr : &*at;
}

const Node* Node::find(std::string_view key) const {
    const auto* found = entry(key);
    return found == nullptr ? nullptr : &found->value;
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
bool say_the_same(const Node& a, const Node& b) {
    return a.kind == b.kind && a.text == b.text &&
           std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                      say_the_same) &&
           std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(),
                      [](const Entry& x, const Entry& y) {
                          return say_the_same(x.key, y.key) && say_the_same(x.value, y.value);
                      });
}

}  // namespace colonnade::dsl
