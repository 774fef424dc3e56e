// SPDX-License-Identifier: Apache-2.0
// The files that rulebooks are made of: found by id, read as YAML, and remembered.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dsl/text/diagnostic.hpp"
#include "dsl/yaml/tree.hpp"
#include "engine/load/file.hpp"
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

    // The folders of the library, for messages.
    [[nodiscard]] std::string searched() const;

    // A file that has been read; `root` is absent where YAML is broken, which has been reported.
    struct Text {
        std::shared_ptr<const dsl::Source> source;
        std::optional<dsl::Node> root;
    };
    // The spans of `root` name the source `file`.
    [[nodiscard]] std::variant<Text, FileProblem> read(const std::filesystem::path& path,
                                                       std::uint32_t file = 0);
    // A text that is no file: it counts like one.
    [[nodiscard]] Text read_text(std::string name, std::string text, std::uint32_t file);

    // All files read so far, in order, and a hash over all texts.
    [[nodiscard]] const std::vector<std::filesystem::path>& files() const { return files_; }
    [[nodiscard]] std::string sha256() const;

private:
    const std::vector<std::filesystem::path>& folders_;
    dsl::Diagnostics& diagnostics_;
    std::vector<std::filesystem::path> files_;
    std::string texts_;
    TextBudget budget_;
};

}  // namespace colonnade::engine
