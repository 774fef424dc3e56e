// SPDX-License-Identifier: Apache-2.0
// A compiled rulebook in one file, called `image`: every text that it was read from, and beside it
// the tree that YAML made of it. Loading one skips looking for files and YAML, which are most of
// the time; everything else is read and checked as always, so that an image can do no more than
// the texts in it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "dsl/text/diagnostic.hpp"
#include "dsl/yaml/tree.hpp"
#include "engine/load/input.hpp"

namespace colonnade::engine {

class WireReader;

inline constexpr std::string_view ImageEnding = ".colc";

// As many as the texts of a rulebook may have; trees of ordinary ones take half of their texts.
inline constexpr std::size_t MostImageBytes = 32 * 1024 * 1024;
// A rulebook, its parents, its schema, its lists: a hundred times what the largest one has.
inline constexpr std::size_t MostImageInputs = 1024;

[[nodiscard]] bool is_image_name(std::string_view name);

struct ImageProblem {
    std::string message;
    std::string help;
};

class Image {
public:
    // What `rulebook`, as a person names it, was read from.
    Image(std::string rulebook, std::vector<Input> inputs);

    // The file at `path`. What comes back was made by this very version and is undamaged.
    [[nodiscard]] static std::variant<Image, ImageProblem> read(const std::filesystem::path& path);
    // The same of bytes; `path` is for messages.
    [[nodiscard]] static std::variant<Image, ImageProblem> decode(
        std::string_view bytes, const std::filesystem::path& path);

    // Where it would be more than what is read again, why not.
    [[nodiscard]] std::variant<std::string, ImageProblem> encode() const;

    [[nodiscard]] const std::vector<Input>& inputs() const { return inputs_; }
    // Over all texts.
    [[nodiscard]] const std::string& sha256() const { return sha256_; }
    // "`path` WHY", and how to make the image again.
    [[nodiscard]] ImageProblem problem(const std::filesystem::path& path,
                                       std::string_view why) const;

    // The tree of `input`, one of the image's, with what YAML has to say about it; nothing where
    // that is an error. Its spans carry `file`.
    [[nodiscard]] std::optional<dsl::Node> tree_of(const Input& input, std::uint32_t file,
                                                   dsl::Diagnostics& diagnostics) const;

private:
    Image() = default;
    [[nodiscard]] bool read_parts(std::string_view trees, WireReader& texts);

    std::string rulebook_;
    std::string sha256_;
    std::vector<Input> inputs_;
    // Beside them: bytes of the tree, or empty where the text is read again.
    std::vector<std::string> trees_;
};

}  // namespace colonnade::engine
