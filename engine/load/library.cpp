// SPDX-License-Identifier: Apache-2.0
#include "engine/load/library.hpp"

#include <fmt/format.h>

#include "dsl/text/encoding.hpp"
#include "dsl/text/unicode.hpp"
#include "dsl/yaml/read.hpp"
#include "engine/load/sha256.hpp"

namespace colonnade::engine {

namespace fs = std::filesystem;

std::vector<fs::path> Library::find(const std::string& id, const std::string& sub,
                                    const std::vector<fs::path>& beside) const {
    std::vector<fs::path> places;
    for (const auto& folder : beside) {
        if (!sub.empty()) places.push_back(folder / sub);
        places.push_back(folder);
    }
    for (const auto& folder : folders_)
        places.push_back(sub.empty() ? folder : folder / sub);
    std::vector<fs::path> found;
    std::error_code ignored;
    for (const auto& place : places) {
        auto path = place / (id + ".yaml");
        if (fs::is_regular_file(path, ignored)) found.push_back(std::move(path));
    }
    return found;
}

std::string Library::searched() const {
    std::string text;
    for (const auto& folder : folders_)
        text += fmt::format("{}`{}`", text.empty() ? "" : ", ", dsl::visible(folder.string()));
    return text.empty() ? "no folder" : text;
}

std::variant<Library::Text, FileProblem> Library::read(const fs::path& path, std::uint32_t file) {
    auto content = read_file(path, dsl::MostFileBytes);
    if (auto* problem = std::get_if<FileProblem>(&content)) return std::move(*problem);
    files_.push_back(path);
    return read_text(path.string(), std::move(std::get<std::string>(content)), file);
}

Library::Text Library::read_text(std::string name, std::string text, std::uint32_t file) {
    texts_ += fmt::format("{}\n", text.size());
    texts_ += text;
    auto source = std::make_shared<const dsl::Source>(std::move(name), std::move(text));
    if (!budget_.take(source, diagnostics_)) return Text{std::move(source), std::nullopt};
    auto root = dsl::read_yaml(source, diagnostics_, file);
    return Text{std::move(source), std::move(root)};
}

std::string Library::sha256() const {
    return engine::sha256(texts_);
}

}  // namespace colonnade::engine
