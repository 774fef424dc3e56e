// SPDX-License-Identifier: Apache-2.0
// A node is a byte of marks and its span; a text follows only where the source does not have it
// word for word, and parts follow their number.
#include "engine/load/tree_bytes.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "dsl/text/unicode.hpp"
#include "dsl/yaml/read.hpp"

namespace colonnade::engine {
namespace {

using dsl::Node;
using dsl::NodeKind;

// The two lowest bits are the kind.
constexpr unsigned KindBits = 3;
constexpr unsigned Quoted = 1U << 2U;
constexpr unsigned Verbatim = 1U << 3U;
constexpr unsigned InFlow = 1U << 4U;
constexpr unsigned Cut = 1U << 5U;
constexpr unsigned AllMarks = KindBits | Quoted | Verbatim | InFlow | Cut;

// Room for the parts of nearly every map; a count that lies gets no more.
constexpr std::uint32_t UsualParts = 64;

unsigned marks_of(const Node& node) {
    return static_cast<unsigned>(node.kind) | (node.quoted ? Quoted : 0U) |
           (node.verbatim ? Verbatim : 0U) | (node.in_flow ? InFlow : 0U) | (node.cut ? Cut : 0U);
}

// A word without a value in { }, of which there may be several.
bool is_piece(const dsl::Entry& entry) {
    return entry.key.in_flow && entry.value.kind == NodeKind::Empty;
}

bool are_unique(const std::vector<dsl::Entry>& entries) {
    std::vector<std::string_view> keys;
    keys.reserve(entries.size());
    for (const auto& entry : entries) {
        if (!is_piece(entry)) keys.push_back(entry.key.text);
    }
    std::sort(keys.begin(), keys.end());
    return std::adjacent_find(keys.begin(), keys.end()) == keys.end();
}

class TreeReader {
public:
    TreeReader(WireReader& from, const dsl::Source& source, std::uint32_t file)
        : from_(from), source_(source), file_(file) {}

    // The depth is bounded as in YAML.
    bool read(Node& node, std::size_t depth) {  // NOLINT(misc-no-recursion)
        const unsigned marks = from_.number<std::uint8_t>();
        node.kind = static_cast<NodeKind>(marks & KindBits);
        node.quoted = (marks & Quoted) != 0;
        node.verbatim = (marks & Verbatim) != 0;
        node.in_flow = (marks & InFlow) != 0;
        node.cut = (marks & Cut) != 0;
        node.span.begin = from_.number<std::uint32_t>();
        node.span.end = from_.number<std::uint32_t>();
        node.span.file = file_;
        if ((marks & ~AllMarks) != 0 || ++nodes_ > dsl::MostYamlNodes || !fits(node.span))
            return false;
        switch (node.kind) {
            case NodeKind::Empty:
                return from_.is_sound();
            case NodeKind::Scalar:
                return read_text(node);
            case NodeKind::List:
                return depth < dsl::MostYamlDepth && read_items(node, depth + 1);
            default:
                return depth < dsl::MostYamlDepth && read_entries(node, depth + 1);
        }
    }

private:
    // Whether a place lies between two letters of the source.
    [[nodiscard]] bool is_border(std::uint32_t place) const {
        const auto text = source_.text();
        return place == text.size() || (static_cast<unsigned char>(text[place]) & 0xC0U) != 0x80U;
    }

    [[nodiscard]] bool fits(dsl::Span span) const {
        return span.begin <= span.end && span.end <= source_.text().size();
    }

    bool read_text(Node& node) {
        const auto text = node.verbatim ? source_.text(node.span) : from_.text();
        if (!from_.is_sound() || text.size() > dsl::MostScalarBytes) return false;
        node.text = text;
        return node.verbatim ? is_border(node.span.begin) && is_border(node.span.end)
                             : dsl::first_invalid_utf8(text) == text.npos;
    }

    bool read_items(Node& node, std::size_t depth) {  // NOLINT(misc-no-recursion)
        const auto count = from_.count(dsl::MostYamlNodes);
        node.items.reserve(std::min(count, UsualParts));
        for (std::uint32_t i = 0; i < count; ++i) {
            if (!read(node.items.emplace_back(), depth)) return false;
        }
        return from_.is_sound();
    }

    bool read_entries(Node& node, std::size_t depth) {  // NOLINT(misc-no-recursion)
        const auto count = from_.count(dsl::MostYamlNodes);
        node.entries.reserve(std::min(count, UsualParts));
        for (std::uint32_t i = 0; i < count; ++i) {
            auto& entry = node.entries.emplace_back();
            if (!read(entry.key, depth) || entry.key.kind != NodeKind::Scalar ||
                !read(entry.value, depth))
                return false;
        }
        return from_.is_sound() && are_unique(node.entries);
    }

    WireReader& from_;
    const dsl::Source& source_;
    std::uint32_t file_;
    std::size_t nodes_ = 0;
};

}  // namespace

// As deep as the reader lets a file be.
void write_tree(const Node& node, WireWriter& to) {  // NOLINT(misc-no-recursion)
    to.number(static_cast<std::uint8_t>(marks_of(node)));
    to.number(node.span.begin).number(node.span.end);
    if (node.kind == NodeKind::Scalar && !node.verbatim) to.text(node.text);
    if (node.kind == NodeKind::List) {
        to.number(static_cast<std::uint32_t>(node.items.size()));
        for (const auto& item : node.items)
            write_tree(item, to);
    }
    if (node.kind == NodeKind::Map) {
        to.number(static_cast<std::uint32_t>(node.entries.size()));
        for (const auto& [key, value] : node.entries) {
            write_tree(key, to);
            write_tree(value, to);
        }
    }
}

std::optional<Node> read_tree(WireReader& from, const dsl::Source& source, std::uint32_t file) {
    Node root;
    if (!TreeReader(from, source, file).read(root, 0)) return std::nullopt;
    return root;
}

}  // namespace colonnade::engine
