// SPDX-License-Identifier: Apache-2.0
// Extensions, first part: the rulebook that a plugin brings. It is read as any other, with the
// plugin's functions and the schema and lists of the folders that are given.
#include <fmt/format.h>

#include "dsl/rulebook/fragment.hpp"
#include "dsl/rulebook/read.hpp"
#include "dsl/yaml/read.hpp"
#include "engine/load/library.hpp"
#include "engine/validate/plugin_case.hpp"
#include "engine/validate/trial.hpp"

namespace colonnade::engine {
namespace {

using dsl::Code;

std::optional<std::string> rules_text(Trial& trial) {
    const auto plugin = trial.plugin();
    if (plugin == nullptr) return std::nullopt;
    Refusal refusal;
    auto text = plugin->rules(refusal);
    if (!text) {
        trial.fault(refusal.message);
    } else if (text->empty()) {
        trial.skip("it brings no rules");
        return std::nullopt;
    }
    return text;
}

// The rules as far as they can be read, and all findings.
struct ReadRules {
    dsl::Diagnostics diagnostics;
    std::optional<dsl::Document> document;
    dsl::Header header;
    bool has_schema = false;
    dsl::Rulebook rulebook;
};

std::optional<dsl::Document> document_of(const std::string& id, const std::string& sub,
                                         Library& library) {
    const auto found = library.find(id, sub, {});
    if (found.empty()) return std::nullopt;
    auto content = library.read(found.front());
    auto* text = std::get_if<Library::Text>(&content);
    if (text == nullptr || !text->root) return std::nullopt;
    return dsl::Document{{std::move(text->source)}, std::move(*text->root)};
}

void read_rulebook(const std::vector<dsl::Function>& functions,
                   const std::vector<std::filesystem::path>& folders, ReadRules& read) {
    Library library(folders, read.diagnostics);
    read.header = dsl::read_header(*read.document, read.diagnostics);
    const auto schema = document_of(read.header.schema, "schemas", library);
    read.has_schema = schema.has_value();
    if (!schema) return;
    auto catalogue = dsl::read_schema(*schema, read.diagnostics);
    catalogue.functions = functions;
    const dsl::FindWords find_words = [&](const std::string& name) -> std::optional<dsl::WordList> {
        const auto list = document_of(name, "lists", library);
        if (!list) return std::nullopt;
        auto words = dsl::read_word_list(*list, read.diagnostics);
        words.name = name;
        return words;
    };
    read.rulebook = dsl::read_rulebook(*read.document, catalogue, find_words, read.diagnostics);
}

// Null where the case is skipped.
std::unique_ptr<ReadRules> rules(Trial& trial) {
    const auto text = rules_text(trial);
    if (!text) return nullptr;
    auto read = std::make_unique<ReadRules>();
    const auto source = std::make_shared<const dsl::Source>(trial.id() + ".yaml", *text);
    auto root = dsl::read_yaml(source, read->diagnostics);
    if (!root) return read;
    read->document = dsl::Document{{source}, std::move(*root)};
    Refusal refusal;
    const auto functions = trial.plugin()->functions(refusal);
    read_rulebook(functions.value_or(std::vector<dsl::Function>{}), trial.place().rule_folders,
                  *read);
    return read;
}

// Those that need the whole rulebook.
std::unique_ptr<ReadRules> checked_rules(Trial& trial) {
    auto read = rules(trial);
    if (read == nullptr) return read;
    if (!read->document) {
        trial.skip("its rules are no YAML, as `rules-parse` says");
    } else if (!read->has_schema) {
        trial.skip(
            fmt::format("there is no schema `{}`, as `rules-check` says", read->header.schema));
    } else {
        return read;
    }
    return nullptr;
}

void report(const dsl::Diagnostic& found, Trial& trial) {
    const auto place = found.source->place(found.span.begin);
    trial.fault(fmt::format("{}:{}:{}: {} [{}]", found.source->name(), place.line, place.column,
                            found.message, dsl::text_of(found.code)));
}

void parse(Trial& trial) {
    const auto read = rules(trial);
    if (read == nullptr || read->document) return;
    for (const auto& found : read->diagnostics.sorted())
        report(found, trial);
}

void check(Trial& trial) {
    const auto read = rules(trial);
    if (read == nullptr) return;
    if (!read->document) return trial.skip("its rules are no YAML, as `rules-parse` says");
    if (!read->has_schema) {
        trial.fault(
            fmt::format("no schema `{}` was found in the folders of rules", read->header.schema));
    }
    for (const auto& found : read->diagnostics.sorted()) {
        const bool is_error = dsl::severity_of(found.code) == dsl::Severity::Error;
        if (is_error && found.code != Code::MissingLanguage) report(found, trial);
    }
}

void rules_languages(Trial& trial) {
    const auto read = checked_rules(trial);
    if (read == nullptr) return;
    for (const auto& found : read->diagnostics.sorted()) {
        if (found.code == Code::MissingLanguage) report(found, trial);
    }
}

void own_ids(Trial& trial) {
    const auto read = checked_rules(trial);
    if (read == nullptr) return;
    const auto id = trial.id();
    for (const char* key : {"pillars", "cautions", "define", "lists"}) {
        const bool is_name = std::string_view(key) == "define" || std::string_view(key) == "lists";
        const auto* map = read->document->root.find(key);
        if (map == nullptr) continue;
        for (const auto& [name, value] : map->entries) {
            const bool is_own =
                is_name ? dsl::is_own_name(id, name.text) : dsl::is_own_id(id, name.text);
            if (!is_own)
                trial.fault(
                    fmt::format("`{}` among its `{}` does not begin with its id", name.text, key));
        }
    }
    const auto* plugins = read->document->root.find("plugins");
    if (plugins == nullptr) return;
    for (const auto& plugin : plugins->items) {
        if (plugin.text != id)
            trial.fault(fmt::format("its rules need the plugin `{}`, expected none but its own",
                                    plugin.text));
    }
}

constexpr PluginCase RulesCases[] = {
    {"extensions", "rules-parse", "The rules that it brings are YAML.", parse},
    {"extensions", "rules-check", "They are a rulebook without errors, taken alone.", check},
    {"extensions", "rules-languages", "Their texts are there in each of their languages.",
     rules_languages},
    {"extensions", "rules-own-ids",
     "Pillars, cautions, defines and lists are named after the plugin; others are not needed.",
     own_ids},
};

}  // namespace

std::span<const PluginCase> rules_cases() {
    return RulesCases;
}

}  // namespace colonnade::engine
