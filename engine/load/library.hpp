// SPDX-License-Identifier: Apache-2.0
// The files that rulebooks are made of: found by id, read as YAML, and remembered. Or all of them
// come out of an image, and nothing else is looked at.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dsl/text/diagnostic.hpp"
#include "dsl/yaml/tree.hpp"
#include "engine/load/file.hpp"
#include "engine/load/image.hpp"
#include "engine/load/input.hpp"
#include "engine/load/text_budget.hpp"

namespace colonnade::engine {

class Library {
public:
    // `folders` are looked through last, in their order.
    Library(const std::vector<std::filesystem::path>& folders, dsl::Diagnostics& diagnostics)
        : folders_(folders), diagnostics_(diagnostics) {}

    // Every `<id>.yaml` in a folder of `beside` or of the library: in `sub` of it, and for those of
    // `beside` in the folder itself too. In the order of preference.
    [[nodiscard]] std::vector<std::filesystem::path> find(
        const std::string& id, const std::string& sub,
        const std::vector<std::filesystem::path>& beside) const;

    // From now on files are those of the image at `path`; answers with the one of the rulebook. Not
    // after anything was read.
    [[nodiscard]] std::variant<std::filesystem::path, ImageProblem> open_image(
        const std::filesystem::path& path);
    // The same of an image that is called so, wherever it is from.
    [[nodiscard]] std::filesystem::path use_image(Image image, const std::filesystem::path& name);

    [[nodiscard]] bool is_same_file(const std::filesystem::path& a,
                                    const std::filesystem::path& b) const;

    // The folders of the library, for messages.
    [[nodiscard]] std::string searched() const;

    // A file that has been read; `root` is absent where YAML is broken, which has been reported.
    struct Text {
        std::shared_ptr<const dsl::Source> source;
        std::optional<dsl::Node> root;
    };
    // The spans of `root` name the source `file`; `sub` is where `find` was asked for it.
    [[nodiscard]] std::variant<Text, FileProblem> read(const std::filesystem::path& path,
                                                       std::uint32_t file = 0,
                                                       const std::string& sub = {});
    // A text that is no file: it counts like one.
    [[nodiscard]] Text read_text(std::string name, std::string text, std::uint32_t file);

    // All files read so far, in order: of an image, that one.
    [[nodiscard]] const std::vector<std::filesystem::path>& files() const { return files_; }
    // All texts read so far, in order, and a hash over them.
    [[nodiscard]] const std::vector<Input>& inputs() const { return inputs_; }
    [[nodiscard]] std::string sha256() const;
    // Once plugins have brought their rules: why these are not those that the image was made with,
    // or nothing.
    [[nodiscard]] std::optional<ImageProblem> differs_from_image() const;

private:
    [[nodiscard]] Text take(Input input, std::uint32_t file, const Input* in_image);
    [[nodiscard]] std::vector<std::filesystem::path> find_in_image(const std::string& id,
                                                                   const std::string& sub) const;
    // Of the image, or null.
    [[nodiscard]] const Input* in_image(const std::string& name, const std::string& sub,
                                        bool of_plugin) const;

    const std::vector<std::filesystem::path>& folders_;
    dsl::Diagnostics& diagnostics_;
    std::vector<std::filesystem::path> files_;
    std::vector<Input> inputs_;
    std::optional<Image> image_;
    TextBudget budget_;
};

}  // namespace colonnade::engine
