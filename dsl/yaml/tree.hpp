// SPDX-License-Identifier: Apache-2.0
// A YAML file as the language sees it: texts, lists and maps with exact places, nothing else. No
// anchors, tags, numbers or booleans: what a scalar means is decided by whoever reads the key.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/text/source.hpp"

namespace colonnade::dsl {

enum class NodeKind { Empty, Scalar, List, Map };

struct Entry;

struct Node {
    NodeKind kind = NodeKind::Empty;
    Span span;              // of a scalar: its content without quotes; of a list or map: its start
    std::string text;       // scalar only
    bool quoted = false;    // scalar in quotes or in block style
    bool verbatim = false;  // the scalar's text stands in the source byte for byte at `span`
    bool refused = false;   // what stood here is lost and reported: readers stay silent
    bool in_flow = false;   // stands inside { } or [ ]
    bool cut = false;       // plain, and ended by a comma in { } before a key without a value
    std::vector<Node> items;  // list only
    // Keys are unique, but for words without a value in { }: pieces of something that commas cut.
    std::vector<Entry> entries;  // map only, in the order of the file

    // The entry's value, or null where the map has no such key.
    [[nodiscard]] const Node* find(std::string_view key) const;
    [[nodiscard]] Node* find(std::string_view key);
    [[nodiscard]] const Entry* entry(std::string_view key) const;
};

struct Entry {
    Node key;  // always a scalar
    Node value;
};

[[nodiscard]] std::string_view text_of(NodeKind kind);

// Whether two trees hold the same keys, texts and lists in the same order, however written.
[[nodiscard]] bool say_the_same(const Node& a, const Node& b);

}  // namespace colonnade::dsl
