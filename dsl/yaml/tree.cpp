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

}  // namespace colonnade::dsl
