// SPDX-License-Identifier: Apache-2.0
// Compiled rulebooks: any bytes are an image or a problem, and a tree or none. Taken for a text
// they are made into an image, which is cut and changed at each byte; and the tree in it is changed
// at each byte too, as somebody who knows the digests would: it is one as YAML gives them, or none.
#include "dsl/text/unicode.hpp"
#include "engine/load/image.hpp"
#include "engine/load/tree_bytes.hpp"
#include "tests/fuzz/everything.hpp"

using namespace colonnade;
using fuzz::hold;

namespace {

// Everything is tried at each byte, so only small ones are.
constexpr std::size_t MostTried = 4096;

std::optional<engine::Image> decode(std::string_view bytes) {
    auto read = engine::Image::decode(bytes, "fuzzed.colc");
    if (auto* image = std::get_if<engine::Image>(&read)) return std::move(*image);
    hold(!std::get<engine::ImageProblem>(read).message.empty(), "a refusal has words");
    return std::nullopt;
}

// What YAML promises of a tree; gives its depth.
std::size_t check_node(const dsl::Node& node, const dsl::Source& source) {
    hold(node.span.begin <= node.span.end && node.span.end <= source.text().size(),
         "a node lies in the text");
    hold(dsl::first_invalid_utf8(node.text) == std::string::npos, "a text is UTF-8");
    std::size_t depth = 0;
    for (const auto& item : node.items)
        depth = std::max(depth, check_node(item, source));
    for (const auto& [key, value] : node.entries) {
        hold(key.kind == dsl::NodeKind::Scalar, "a key is a text");
        depth = std::max(depth, check_node(value, source));
    }
    return depth + 1;
}

void check_tree(const std::string& bytes, const std::shared_ptr<const dsl::Source>& source) {
    engine::WireReader from(bytes);
    auto tree = engine::read_tree(from, *source, 0);
    if (!tree) return;
    hold(check_node(*tree, *source) <= dsl::MostYamlDepth + 1, "a tree is as flat as YAML's");
    fuzz::read_as_everything({{source}, std::move(*tree)});
}

void change_tree(const dsl::Node& tree, const std::shared_ptr<const dsl::Source>& source) {
    engine::WireWriter to;
    engine::write_tree(tree, to);
    auto bytes = to.bytes();
    for (std::size_t at = 0; at < std::min(bytes.size(), MostTried); ++at) {
        const char was = bytes[at];
        bytes[at] = static_cast<char>(was ^ (1 << at % 8));
        check_tree(bytes, source);
        bytes[at] = was;
    }
}

void change_image(std::string bytes) {
    for (std::size_t at = 0; at < std::min(bytes.size(), MostTried); ++at) {
        static_cast<void>(decode(std::string_view(bytes).substr(0, at)));
        const char was = bytes[at];
        bytes[at] = static_cast<char>(was ^ (1 << at % 8));
        static_cast<void>(decode(bytes));
        bytes[at] = was;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = fuzz::text_of(data, size);
    static_cast<void>(decode(bytes));
    const auto source = std::make_shared<const dsl::Source>("fuzzed.yaml", bytes);
    // Of a text that is not UTF-8, nobody reads a tree.
    if (dsl::first_invalid_utf8(bytes) == std::string::npos) check_tree(bytes, source);
    const auto image = engine::Image("fuzzed.yaml", {{source, ""}}).encode();
    if (!std::holds_alternative<std::string>(image)) return 0;
    const auto again = decode(std::get<std::string>(image));
    hold(again.has_value() && again->inputs().size() == 1, "an image is read again");
    dsl::Diagnostics diagnostics;
    auto tree = again->tree_of(again->inputs().front(), 0, diagnostics);
    hold(tree.has_value() || diagnostics.has_errors(), "a text is only refused with a reason");
    change_image(std::get<std::string>(image));
    if (tree) change_tree(*tree, again->inputs().front().source);
    return 0;
}
