// SPDX-License-Identifier: Apache-2.0
#include "engine/load/library.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/text/encoding.hpp"
#include "dsl/text/unicode.hpp"
#include "dsl/yaml/read.hpp"

namespace colonnade::engine {

namespace fs = std::filesystem;

std::vector<fs::path> Library::find(const std::string& id, const std::string& sub,
                                    const std::vector<fs::path>& beside) const {
    if (image_) return find_in_image(id, sub);
    std::vector<fs::path> places;
    for (const auto& folder : beside) {
        if (!sub.empty()) places.push_back(folder / sub);
        places.push_back(folder);
    }
    for (const auto& folder : folders_)
        places.push_back(sub.empty() ? folder : folder / sub);
    std::vector<fs::path> found;
    for (const auto& place : places) {
        auto path = place / (id + ".yaml");
        if (may_be_file(path)) found.push_back(std::move(path));
    }
    return found;
}

std::vector<fs::path> Library::find_in_image(const std::string& id, const std::string& sub) const {
    std::vector<fs::path> found;
    for (const auto& input : image_->inputs()) {
        fs::path path = input.source->name();
        if (!input.of_plugin && input.sub == sub && path.stem() == id)
            found.push_back(std::move(path));
    }
    return found;
}

std::variant<fs::path, ImageProblem> Library::open_image(const fs::path& path) {
    auto image = Image::read(path);
    if (auto* problem = std::get_if<ImageProblem>(&image)) return std::move(*problem);
    return use_image(std::move(std::get<Image>(image)), path);
}

fs::path Library::use_image(Image image, const fs::path& name) {
    image_ = std::move(image);
    files_ = {name};
    return image_->inputs().front().source->name();
}

bool Library::is_same_file(const fs::path& a, const fs::path& b) const {
    std::error_code ignored;
    return image_ ? a == b : fs::equivalent(a, b, ignored);
}

std::string Library::searched() const {
    if (image_) return fmt::format("`{}`", dsl::visible(files_.front().string()));
    std::string text;
    for (const auto& folder : folders_)
        text += fmt::format("{}`{}`", text.empty() ? "" : ", ", dsl::visible(folder.string()));
    return text.empty() ? "no folder" : text;
}

const Input* Library::in_image(const std::string& name, const std::string& sub,
                               bool of_plugin) const {
    if (!image_) return nullptr;
    const auto& inputs = image_->inputs();
    const auto found = std::find_if(inputs.begin(), inputs.end(), [&](const Input& input) {
        return input.of_plugin == of_plugin && input.sub == sub && input.source->name() == name;
    });
    return found == inputs.end() ? nullptr : &*found;
}

std::variant<Library::Text, FileProblem> Library::read(const fs::path& path, std::uint32_t file,
                                                       const std::string& sub) {
    if (image_) {
        const auto* own = in_image(path.string(), sub, false);
        if (own != nullptr) return take(*own, file, own);
        return FileProblem{fmt::format("`{}` is not in `{}`", dsl::visible(path.string()),
                                       dsl::visible(files_.front().string()))};
    }
    auto content = read_file(path, dsl::MostFileBytes);
    if (auto* problem = std::get_if<FileProblem>(&content)) return std::move(*problem);
    files_.push_back(path);
    auto source = std::make_shared<const dsl::Source>(path.string(),
                                                      std::move(std::get<std::string>(content)));
    return take({std::move(source), sub}, file, nullptr);
}

Library::Text Library::read_text(std::string name, std::string text, std::uint32_t file) {
    const auto* own = in_image(name, {}, true);
    if (own != nullptr && own->source->text() == text) return take(*own, file, own);
    auto source = std::make_shared<const dsl::Source>(std::move(name), std::move(text));
    return take({std::move(source), {}, true}, file, nullptr);
}

Library::Text Library::take(Input input, std::uint32_t file, const Input* in_image) {
    inputs_.push_back(input);
    Text text{std::move(input.source), std::nullopt};
    if (!budget_.take(text.source, diagnostics_)) return text;
    text.root = in_image != nullptr ? image_->tree_of(*in_image, file, diagnostics_)
                                    : dsl::read_yaml(text.source, diagnostics_, file);
    return text;
}

std::string Library::sha256() const {
    const auto same = [](const Input& a, const Input& b) { return a.source == b.source; };
    const bool is_all_of_image =
        image_ && std::equal(inputs_.begin(), inputs_.end(), image_->inputs().begin(),
                             image_->inputs().end(), same);
    return is_all_of_image ? image_->sha256() : sha256_of(inputs_);
}

std::optional<ImageProblem> Library::differs_from_image() const {
    if (!image_) return std::nullopt;
    std::vector<const dsl::Source*> now;
    for (const auto& input : inputs_) {
        if (input.of_plugin) now.push_back(input.source.get());
    }
    std::vector<const dsl::Source*> then;
    for (const auto& input : image_->inputs()) {
        if (input.of_plugin) then.push_back(input.source.get());
    }
    const auto same = [](const auto* a, const auto* b) {
        return a->name() == b->name() && a->text() == b->text();
    };
    if (std::equal(now.begin(), now.end(), then.begin(), then.end(), same)) return std::nullopt;
    return image_->problem(files_.front(), "was made with other rules of its plugins");
}

}  // namespace colonnade::engine
