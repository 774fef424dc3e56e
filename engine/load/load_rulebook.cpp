// SPDX-License-Identifier: Apache-2.0
#include "engine/load/load_rulebook.hpp"

#include <fmt/format.h>

#include "dsl/form/reader.hpp"
#include "dsl/rulebook/read.hpp"
#include "engine/load/library.hpp"
#include "engine/load/resolve.hpp"

namespace colonnade::engine {
namespace {

namespace fs = std::filesystem;
using dsl::Code;

class Loader {
public:
    Loader(const std::vector<fs::path>& folders, Plugins& plugins, dsl::Diagnostics& diagnostics,
           LoadFailure& failure)
        : library_(folders, diagnostics),
          plugins_(plugins),
          diagnostics_(diagnostics),
          failure_(failure) {}

    std::optional<LoadedRulebook> load(const std::string& name) {
        return load(resolve_rulebook(name, library_, plugins_, diagnostics_, failure_));
    }
    std::optional<LoadedRulebook> load(Image image, const fs::path& name) {
        return load(
            resolve_image(std::move(image), name, library_, plugins_, diagnostics_, failure_));
    }

private:
    std::optional<LoadedRulebook> load(std::optional<Resolved> resolved) {
        if (!resolved) return std::nullopt;
        folders_ = std::move(resolved->folders);
        const auto& document = resolved->document;
        const auto header = dsl::read_header(document, diagnostics_);
        load_schema(document, header);
        if (!has_schema_) return std::nullopt;
        loaded_.catalogue.functions = plugins_.functions();
        for (const auto& plugin : failure_.plugins) {
            auto& refused = loaded_.catalogue.refused;
            refused += (refused.empty() ? "" : "; ") + plugin.message;
        }
        const dsl::FindWords find_words = [&](const std::string& list) { return load_words(list); };
        loaded_.rulebook =
            dsl::read_rulebook(document, loaded_.catalogue, find_words, diagnostics_);
        // Without a list that cannot be read, rules would find nothing and still score.
        if (diagnostics_.has_errors() || failure_.unreadable) return std::nullopt;
        loaded_.program = compile(loaded_.rulebook, loaded_.catalogue);
        loaded_.sha256 = library_.sha256();
        loaded_.files = library_.files();
        loaded_.inputs = library_.inputs();
        loaded_.document = std::move(resolved->document);
        return std::move(loaded_);
    }

    void load_schema(const dsl::Document& document, const dsl::Header& header) {
        const dsl::Form form{document.sources, diagnostics_};
        if (header.schema.empty()) {
            report_no_schema(form, document.root);
            return;
        }
        // A schema is looked for beside the file that names it, not beside one that extends it.
        const auto& naming = folders_.at(header.schema_span.file);
        const auto found = library_.find(header.schema, "schemas", {naming});
        if (found.empty()) {
            form.report(
                Code::NotFound, header.schema_span,
                fmt::format("no schema `{}` found", header.schema),
                "schemas are files `schemas/ID.yaml` beside the rulebook or in the installation");
            return;
        }
        const auto schema = read(found.front(), "schemas");
        if (!schema) return;
        check_own_name(*schema, "schema", header.schema);
        loaded_.catalogue = dsl::read_schema(*schema, diagnostics_);
        has_schema_ = true;
    }

    static void report_no_schema(const dsl::Form& form, const dsl::Node& root) {
        if (root.refused) return;
        if (root.kind != dsl::NodeKind::Map) {
            form.report(
                Code::WrongShape, root.span,
                fmt::format("{} stands here, a rulebook is a map", dsl::text_of(root.kind)));
        } else if (root.find("schema") == nullptr) {
            form.report(Code::MissingKey, root.span, "`schema` is missing in a rulebook");
        }
    }

    // A file is found by its name. Another one inside tells of a copy, or of the wrong file.
    void check_own_name(const dsl::Document& document, std::string_view key,
                        std::string_view name) const {
        const auto* own = document.root.entry(key);
        if (own == nullptr || own->value.text.empty() || own->value.text == name) return;
        const dsl::Form form{document.sources, diagnostics_};
        form.report(Code::WrongValue, own->value.span,
                    fmt::format("`{}`, in a file named `{}`", own->value.text, name),
                    fmt::format("write `{}`, or name the file `{}.yaml`", name, own->value.text));
    }

    std::optional<dsl::Document> read(const fs::path& path, const std::string& sub) {
        auto content = library_.read(path, 0, sub);
        if (const auto* problem = std::get_if<FileProblem>(&content)) {
            failure_.unreadable = problem->message;
            return std::nullopt;
        }
        auto& text = std::get<Library::Text>(content);
        if (!text.root) return std::nullopt;
        return dsl::Document{{std::move(text.source)}, std::move(*text.root)};
    }

    std::optional<dsl::WordList> load_words(const std::string& name) {
        if (!dsl::is_name(name)) return std::nullopt;
        const auto found = library_.find(name, "lists", folders_);
        if (found.empty()) return std::nullopt;
        const auto document = read(found.front(), "lists");
        if (!document) return dsl::WordList{name, {}};
        check_own_name(*document, "list", name);
        auto list = dsl::read_word_list(*document, diagnostics_);
        list.name = name;
        return list;
    }

    Library library_;
    Plugins& plugins_;
    dsl::Diagnostics& diagnostics_;
    LoadFailure& failure_;
    LoadedRulebook loaded_;
    std::vector<fs::path> folders_;  // of the rulebook and those it extends
    bool has_schema_ = false;
};

}  // namespace

std::optional<LoadedRulebook> load_rulebook(const std::string& name,
                                            const std::vector<fs::path>& folders, Plugins& plugins,
                                            dsl::Diagnostics& diagnostics, LoadFailure& failure) {
    return Loader(folders, plugins, diagnostics, failure).load(name);
}

std::optional<LoadedRulebook> load_rulebook(Image image, const fs::path& name, Plugins& plugins,
                                            dsl::Diagnostics& diagnostics, LoadFailure& failure) {
    const std::vector<fs::path> nowhere;
    return Loader(nowhere, plugins, diagnostics, failure).load(std::move(image), name);
}

}  // namespace colonnade::engine
