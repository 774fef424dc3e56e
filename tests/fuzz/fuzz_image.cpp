// SPDX-License-Identifier: Apache-2.0
// Compiled rulebooks: any bytes are an image or a problem, and a tree or none. Taken for a text
// they are made into an image, which is cut and changed at each byte; and what its digests are of
// is changed at each byte too, as somebody who knows the digests would: a tree is one as YAML gives
// them, or none. Of a single byte an image is made that is too large.
#include "dsl/text/unicode.hpp"
#include "engine/isolate/wire.hpp"
#include "engine/load/digest.hpp"
#include "engine/load/image.hpp"
#include "engine/load/tree_bytes.hpp"
#include "tests/fuzz/everything.hpp"
#include "tests/fuzz/memory_file.hpp"

using namespace colonnade;
using fuzz::hold;

namespace {

// Everything is tried at each byte, so only small ones are.
constexpr std::size_t MostTried = 4096;
// Of the first part of an image, what stands before the first tree, and a bit of that.
constexpr std::size_t HeadBytes = 128;

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

std::string bytes_of(const dsl::Node& tree) {
    engine::WireWriter to;
    engine::write_tree(tree, to);
    return to.bytes();
}

std::optional<dsl::Node> check_tree(const std::string& bytes,
                                    const std::shared_ptr<const dsl::Source>& source) {
    engine::WireReader from(bytes);
    auto tree = engine::read_tree(from, *source, 0);
    if (!tree) return std::nullopt;
    hold(check_node(*tree, *source) <= dsl::MostYamlDepth + 1, "a tree is as flat as YAML's");
    fuzz::read_as_everything({{source}, *tree});
    return tree;
}

void compare(const dsl::Node& one, const dsl::Node& other) {
    const bool same = dsl::say_the_same(one, other);
    hold(dsl::say_the_same(one, one) && dsl::say_the_same(other, other),
         "a tree says what it says");
    hold(dsl::say_the_same(other, one) == same, "what says the same does so both ways");
    hold(same || bytes_of(one) != bytes_of(other), "trees that are alike say the same");
}

// What an image keeps of a text: nothing where YAML has something to say, or where the tree is odd
// enough to be refused.
std::string tree_in(const std::shared_ptr<const dsl::Source>& source) {
    dsl::Diagnostics diagnostics;
    const auto tree = dsl::read_yaml(source, diagnostics);
    if (!tree || !diagnostics.empty()) return {};
    auto bytes = bytes_of(*tree);
    engine::WireReader from(bytes);
    return engine::read_tree(from, *source, 0) ? bytes : std::string();
}

void change_tree(const dsl::Node& tree, const std::shared_ptr<const dsl::Source>& source) {
    auto bytes = bytes_of(tree);
    for (std::size_t at = 0; at < std::min(bytes.size(), MostTried); ++at) {
        const char was = bytes[at];
        bytes[at] = static_cast<char>(was ^ (1 << at % 8));
        if (const auto changed = check_tree(bytes, source)) compare(tree, *changed);
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

// The first part of an image: how the texts are called, where they belong, and their tree.
std::string trees_of(const std::vector<engine::Input>& inputs, const std::string& tree) {
    engine::WireWriter to;
    to.text(engine::sha256_of(inputs)).number(static_cast<std::uint32_t>(inputs.size()));
    for (const auto& input : inputs) {
        to.text(input.sub).number(static_cast<std::uint8_t>(input.of_plugin));
        to.text(input.source->name()).text(tree);
    }
    return to.bytes();
}

std::string texts_of(const std::vector<engine::Input>& inputs) {
    engine::WireWriter to;
    for (const auto& input : inputs)
        to.text(input.source->text());
    return to.bytes();
}

// Both parts behind the first two lines of an image, with a digest that is right.
std::string sealed(const std::string& image, std::string_view trees, std::string_view texts) {
    const auto digest = image.find('\n', image.find('\n') + 1) + 1;
    engine::WireWriter to;
    to.text(trees);
    return image.substr(0, digest) + engine::sha256(trees) + "\n" + to.bytes() + std::string(texts);
}

void read_changed(const std::string& bytes) {
    const auto image = decode(bytes);
    if (!image) return;
    for (const auto& input : image->inputs()) {
        dsl::Diagnostics diagnostics;
        const auto tree = image->tree_of(input, 0, diagnostics);
        hold(tree.has_value() || diagnostics.has_errors(), "a text is only refused with a reason");
    }
}

// As somebody makes images who is no friend.
void forge(const std::string& image, const std::vector<engine::Input>& inputs,
           const std::string& tree) {
    auto trees = trees_of(inputs, tree);
    const auto texts = texts_of(inputs);
    hold(sealed(image, trees, texts) == image, "an image is made as it is read");
    for (std::size_t at = 0; at < std::min(trees.size(), HeadBytes); ++at) {
        const char was = trees[at];
        for (const int other : {was ^ (1 << at % 8), 0}) {
            trees[at] = static_cast<char>(other);
            read_changed(sealed(image, trees, texts));
        }
        trees[at] = was;
    }
    read_changed(sealed(image, trees, std::string_view(texts).substr(texts.size() / 2)));
    read_changed(
        sealed(image, trees_of(inputs, std::string(inputs.front().source->text())), texts));
    hold(!decode(sealed(image, trees_of({}, ""), "")), "an image has a rulebook");
}

// Beyond either bound: one text more than there may be, or texts with more bytes.
void check_too_large(const std::string& byte) {
    const auto source = [](std::string text) {
        return std::make_shared<const dsl::Source>("fuzzed.yaml", std::move(text));
    };
    const std::vector<engine::Input> many(engine::MostImageInputs + 1, {source(byte), ""});
    // What is no UTF-8 has no tree, so nobody waits for one.
    const auto large = source('\xFF' + std::string(engine::MostImageBytes / 8, byte[0]));
    const std::vector<engine::Input> inputs(8, {large, ""});
    for (const auto& input : {many, inputs}) {
        const auto image = engine::Image("fuzzed.yaml", input).encode();
        const auto* problem = std::get_if<engine::ImageProblem>(&image);
        hold(problem != nullptr && !problem->message.empty(), "an image has a bound");
    }
}

void check_file(const std::string& image) {
    const fuzz::MemoryFile file(image);
    const auto read = engine::Image::read(file.path());
    hold(std::holds_alternative<engine::Image>(read), "an image is the same in its file");
    const auto nothing = engine::Image::read(file.path() / "nothing");
    hold(std::holds_alternative<engine::ImageProblem>(nothing), "what cannot be read is no image");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = fuzz::text_of(data, size);
    static_cast<void>(decode(bytes));
    const auto source = std::make_shared<const dsl::Source>("fuzzed.yaml", bytes);
    // Of a text that is not UTF-8, nobody reads a tree.
    if (dsl::first_invalid_utf8(bytes) == std::string::npos)
        static_cast<void>(check_tree(bytes, source));
    if (bytes.size() == 1) check_too_large(bytes);
    const auto image = engine::Image("fuzzed.yaml", {{source, ""}}).encode();
    if (!std::holds_alternative<std::string>(image)) return 0;
    const auto again = decode(std::get<std::string>(image));
    hold(again.has_value() && again->inputs().size() == 1, "an image is read again");
    dsl::Diagnostics diagnostics;
    auto tree = again->tree_of(again->inputs().front(), 0, diagnostics);
    hold(tree.has_value() || diagnostics.has_errors(), "a text is only refused with a reason");
    check_file(std::get<std::string>(image));
    change_image(std::get<std::string>(image));
    forge(std::get<std::string>(image), {{source, ""}}, tree_in(source));
    if (tree) change_tree(*tree, again->inputs().front().source);
    return 0;
}
