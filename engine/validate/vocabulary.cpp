// SPDX-License-Identifier: Apache-2.0
#include "engine/validate/vocabulary.hpp"

#include <system_error>

#include "dsl/rulebook/read.hpp"
#include "engine/load/library.hpp"

namespace colonnade::engine {
namespace {

namespace fs = std::filesystem;

std::optional<dsl::Document> document_of(const fs::path& path, Library& library) {
    auto content = library.read(path);
    auto* text = std::get_if<Library::Text>(&content);
    if (text == nullptr || !text->root) return std::nullopt;
    return dsl::Document{{std::move(text->source)}, std::move(*text->root)};
}

void add_categories(const dsl::Catalogue& schema, Vocabulary& vocabulary) {
    const auto add = [&](const std::string& name, const dsl::Type& type) {
        if (type.category != nullptr) vocabulary.categories.emplace(name, type.category);
    };
    for (const auto& fact : schema.facts) {
        add(fact.name, fact.type);
        for (const auto& field : fact.fields)
            add(field.name, field.type);
    }
}

void add_list(const std::string& name, Library& library, dsl::Diagnostics& ignored,
              Vocabulary& vocabulary) {
    const auto found = library.find(name, "lists", {});
    const auto document = found.empty() ? std::nullopt : document_of(found.front(), library);
    if (document) vocabulary.lists.emplace(name, dsl::read_word_list(*document, ignored));
}

}  // namespace

Vocabulary Vocabulary::read(const std::vector<fs::path>& folders,
                            const std::vector<dsl::Function>& functions) {
    Vocabulary vocabulary;
    dsl::Diagnostics ignored;
    Library library(folders, ignored);
    for (const auto& folder : folders) {
        std::error_code code;
        for (fs::directory_iterator at(folder / "schemas", code), end; !code && at != end;
             at.increment(code)) {
            const auto document =
                at->path().extension() == ".yaml" ? document_of(at->path(), library) : std::nullopt;
            if (document) add_categories(dsl::read_schema(*document, ignored), vocabulary);
        }
    }
    for (const auto& function : functions) {
        for (const auto& parameter : function.parameters) {
            if (!parameter.default_words.empty())
                add_list(parameter.default_words, library, ignored, vocabulary);
        }
    }
    return vocabulary;
}

}  // namespace colonnade::engine
