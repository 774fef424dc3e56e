// SPDX-License-Identifier: Apache-2.0
#include "engine/load/load_rulebook.hpp"

#include <fmt/format.h>

#include "dsl/form/reader.hpp"
#include "dsl/rulebook/read.hpp"
#include "dsl/text/encoding.hpp"
#include "dsl/text/unicode.hpp"
#include "dsl/yaml/read.hpp"
#include "engine/load/file.hpp"
#include "engine/load/sha256.hpp"

namespace colonnade::engine {
namespace {

namespace fs = std::filesystem;
using dsl::Code;

bool is_path(const std::string& name) {
    return name.find('/') != std::string::npos || name.ends_with(".yaml");
}

class Loader {
public:
    Loader(const std::vector<fs::path>& folders, Plugins& plugins, dsl::Diagnostics& diagnostics,
           LoadFailure& failure)
        : folders_(folders), plugins_(plugins), diagnostics_(diagnostics), failure_(failure) {}

    std::optional<LoadedRulebook> load(const std::string& name) {
        const auto path = is_path(name) ? fs::path(name) : find(name, "");
        if (path.empty()) {
            failure_.unreadable =
                fmt::format("no rulebook `{}` found; looked in {}", dsl::visible(name), searched());
            return std::nullopt;
        }
        beside_ = path.parent_path();
        const auto document = read(path);
        if (!document) return std::nullopt;
        const auto header = dsl::read_header(*document, diagnostics_);
        load_schema(*document, header);
        load_plugins(*document, header);
        if (!failure_.plugins.empty() || !has_schema_) return std::nullopt;
        loaded_.catalogue.functions = plugins_.functions();
        const dsl::FindWords find_words = [&](const std::string& list) { return load_words(list); };
        loaded_.rulebook =
            dsl::read_rulebook(*document, loaded_.catalogue, find_words, diagnostics_);
        if (diagnostics_.has_errors()) return std::nullopt;
        loaded_.program = compile(loaded_.rulebook, loaded_.catalogue);
        loaded_.sha256 = sha256(texts_);
        return std::move(loaded_);
    }

private:
    std::string searched() const {
        std::string text;
        for (const auto& folder : folders_)
            text += fmt::format("{}`{}`", text.empty() ? "" : ", ", dsl::visible(folder.string()));
        return text.empty() ? "no folder" : text;
    }

    // `<id>.yaml` beside the rulebook or in a folder, there or in `sub`; empty where there is none.
    fs::path find(const std::string& id, const std::string& sub) const {
        std::vector<fs::path> places;
        if (!sub.empty()) places = {beside_ / sub, beside_};
        for (const auto& folder : folders_)
            places.push_back(sub.empty() ? folder : folder / sub);
        std::error_code ignored;
        for (const auto& place : places) {
            if (fs::is_regular_file(place / (id + ".yaml"), ignored)) return place / (id + ".yaml");
        }
        return {};
    }

    std::optional<dsl::Document> read(const fs::path& path) {
        auto content = read_file(path, dsl::MostFileBytes);
        if (const auto* problem = std::get_if<FileProblem>(&content)) {
            failure_.unreadable = problem->message;
            return std::nullopt;
        }
        auto& text = std::get<std::string>(content);
        texts_ += fmt::format("{}\n", text.size());
        texts_ += text;
        loaded_.files.push_back(path);
        auto source = std::make_shared<dsl::Source>(path.string(), std::move(text));
        auto tree = dsl::read_yaml(source, diagnostics_);
        if (!tree) return std::nullopt;
        return dsl::Document{{std::move(source)}, std::move(*tree)};
    }

    void load_schema(const dsl::Document& document, const dsl::Header& header) {
        if (header.schema.empty()) {
            if (document.root.find("schema") == nullptr) {
                diagnostics_.report({Code::MissingKey, document.sources.front(), document.root.span,
                                     "`schema` is missing in a rulebook"});
            }
            return;
        }
        const auto path = find(header.schema, "schemas");
        if (path.empty()) {
            diagnostics_.report(
                {Code::NotFound, document.sources.front(), header.schema_span,
                 fmt::format("no schema `{}` found", header.schema),
                 "schemas are files `schemas/ID.yaml` beside the rulebook or in the installation"});
            return;
        }
        const auto schema = read(path);
        if (!schema) return;
        loaded_.catalogue = dsl::read_schema(*schema, diagnostics_);
        has_schema_ = true;
    }

    void load_plugins(const dsl::Document& document, const dsl::Header& header) {
        for (std::size_t p = 0; p < header.plugins.size(); ++p) {
            auto problem = plugins_.load(header.plugins[p]);
            if (!problem) continue;
            problem->message = fmt::format(
                "{} (named in {}:{})", problem->message, dsl::visible(document.sources.front()->name()),
                document.sources.front()->place(header.plugin_spans[p].begin).line);
            failure_.plugins.push_back(std::move(*problem));
        }
    }

    std::optional<dsl::WordList> load_words(const std::string& name) {
        if (!dsl::is_name(name)) return std::nullopt;
        const auto path = find(name, "lists");
        if (path.empty()) return std::nullopt;
        const auto document = read(path);
        if (!document) return dsl::WordList{name, {}};
        auto list = dsl::read_word_list(*document, diagnostics_);
        list.name = name;
        return list;
    }

    const std::vector<fs::path>& folders_;
    Plugins& plugins_;
    dsl::Diagnostics& diagnostics_;
    LoadFailure& failure_;
    LoadedRulebook loaded_;
    fs::path beside_;
    std::string texts_;
    bool has_schema_ = false;
};

}  // namespace

std::optional<LoadedRulebook> load_rulebook(const std::string& name,
                                            const std::vector<fs::path>& folders, Plugins& plugins,
                                            dsl::Diagnostics& diagnostics, LoadFailure& failure) {
    return Loader(folders, plugins, diagnostics, failure).load(name);
}

}  // namespace colonnade::engine
