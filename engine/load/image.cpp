// SPDX-License-Identifier: Apache-2.0
// An image is three lines that people can read, and then two parts: names and trees, and all texts.
// The lines are the form with the program's version, the rulebook as it was named, and the digest
// of the first part, which holds that of the second.
#include "engine/load/image.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/text/encoding.hpp"
#include "dsl/text/unicode.hpp"
#include "dsl/yaml/read.hpp"
#include "engine/host/shell_word.hpp"
#include "engine/isolate/wire.hpp"
#include "engine/load/digest.hpp"
#include "engine/load/file.hpp"
#include "engine/load/tree_bytes.hpp"

namespace colonnade::engine {
namespace {

// The number of the form grows whenever bytes or what YAML makes of a text change.
constexpr std::string_view Form = "colonnade-image 1 ";
constexpr std::string_view Version = COLONNADE_VERSION;

// A person's name for a rulebook is a path.
constexpr std::size_t MostNameBytes = 4096;
constexpr std::size_t MostSubBytes = 64;
constexpr std::size_t DigestBytes = 64;

// The text up to the next line end, which is taken away with it.
std::string_view take_line(std::string_view& rest) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const auto line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return line;
}

std::string tree_bytes(const std::shared_ptr<const dsl::Source>& source) {
    dsl::Diagnostics diagnostics;
    const auto tree = dsl::read_yaml(source, diagnostics);
    // What YAML warns of must be said again by whoever checks the image.
    if (!tree || !diagnostics.empty()) return {};
    WireWriter bytes;
    write_tree(*tree, bytes);
    WireReader from(bytes.bytes());
    const auto again = read_tree(from, *source, 0);
    return again && from.is_done() && dsl::say_the_same(*tree, *again) ? bytes.bytes()
                                                                       : std::string();
}

// How each text is called, where it belongs, and its tree.
std::string encode_trees(const std::string& sha256, const std::vector<Input>& inputs,
                         const std::vector<std::string>& trees) {
    WireWriter to;
    to.text(sha256).number(static_cast<std::uint32_t>(inputs.size()));
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        to.text(inputs[i].sub).number(static_cast<std::uint8_t>(inputs[i].of_plugin));
        to.text(inputs[i].source->name()).text(trees[i]);
    }
    return to.bytes();
}

}  // namespace

bool is_image_name(std::string_view name) {
    return name.ends_with(ImageEnding);
}

Image::Image(std::string rulebook, std::vector<Input> inputs)
    : rulebook_(std::move(rulebook)), sha256_(sha256_of(inputs)), inputs_(std::move(inputs)) {
    for (const auto& input : inputs_)
        trees_.push_back(tree_bytes(input.source));
}

std::variant<std::string, ImageProblem> Image::encode() const {
    if (inputs_.size() > MostImageInputs) {
        return ImageProblem{
            fmt::format("an image of {} files, more than {}", inputs_.size(), MostImageInputs), {}};
    }
    const auto trees = encode_trees(sha256_, inputs_, trees_);
    WireWriter parts;
    parts.text(trees);
    for (const auto& input : inputs_)
        parts.text(input.source->text());
    auto bytes = fmt::format("{}{}\n{}\n{}\n", Form, Version, dsl::visible(rulebook_),
                             engine::sha256(trees)) +
                 parts.bytes();
    if (bytes.size() <= MostImageBytes) return bytes;
    return ImageProblem{
        fmt::format("an image of {} bytes, more than {}", bytes.size(), MostImageBytes), {}};
}

std::variant<Image, ImageProblem> Image::read(const std::filesystem::path& path) {
    const auto bytes = read_file(path, MostImageBytes);
    if (const auto* problem = std::get_if<FileProblem>(&bytes))
        return ImageProblem{problem->message, {}};
    return decode(std::get<std::string>(bytes), path);
}

std::variant<Image, ImageProblem> Image::decode(std::string_view bytes,
                                                const std::filesystem::path& path) {
    const auto head = take_line(bytes);
    if (!head.starts_with(Form.substr(0, Form.find(' ') + 1))) {
        return ImageProblem{
            fmt::format("`{}` is no compiled rulebook", dsl::visible(path.string())),
            "`colonnade check RULEBOOK -o FILE.colc` makes one"};
    }
    Image image;
    image.rulebook_ = take_line(bytes).substr(0, MostNameBytes);
    if (!head.starts_with(Form) || head.substr(Form.size()) != Version) {
        return image.problem(
            path, fmt::format("was made by another version of the program, this is {}", Version));
    }
    const auto damaged = image.problem(path, "is damaged");
    const auto digest = take_line(bytes);
    WireReader parts(bytes);
    const auto trees = parts.text();
    if (digest != engine::sha256(trees) || !image.read_parts(trees, parts)) return damaged;
    return image;
}

// The texts must be those that the first part was made for.
bool Image::read_parts(std::string_view trees, WireReader& texts) {
    WireReader from(trees);
    const std::string sha256(from.text(DigestBytes));
    const auto count = from.count(MostImageInputs);
    for (std::uint32_t i = 0; i < count && from.is_sound() && texts.is_sound(); ++i) {
        Input input;
        input.sub = from.text(MostSubBytes);
        input.of_plugin = from.number<std::uint8_t>() != 0;
        std::string name(from.text(MostNameBytes));
        trees_.emplace_back(from.text());
        input.source = std::make_shared<const dsl::Source>(
            std::move(name), std::string(texts.text(dsl::MostFileBytes)));
        inputs_.push_back(std::move(input));
    }
    if (!from.is_done() || !texts.is_done() || inputs_.empty() || inputs_.front().of_plugin)
        return false;
    sha256_ = sha256_of(inputs_);
    return sha256_ == sha256;
}

ImageProblem Image::problem(const std::filesystem::path& path, std::string_view why) const {
    return {fmt::format("`{}` {}", dsl::visible(path.string()), why),
            fmt::format("make it again: `colonnade check {} -o {}`",
                        rulebook_.empty() ? "RULEBOOK" : shell_word(rulebook_), shell_word(path))};
}

std::optional<dsl::Node> Image::tree_of(const Input& input, std::uint32_t file,
                                        dsl::Diagnostics& diagnostics) const {
    const auto& bytes = trees_.at(static_cast<std::size_t>(&input - inputs_.data()));
    if (bytes.empty()) return dsl::read_yaml(input.source, diagnostics, file);
    if (!dsl::check_encoding(input.source, diagnostics)) return std::nullopt;
    WireReader from(bytes);
    auto tree = read_tree(from, *input.source, file);
    if (tree && from.is_done()) return tree;
    // Not what `encode` wrote: the text decides.
    return dsl::read_yaml(input.source, diagnostics, file);
}

}  // namespace colonnade::engine
