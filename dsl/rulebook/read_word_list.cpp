// SPDX-License-Identifier: Apache-2.0
// Word lists: a file of their own under `lists/`, or a key of a rulebook's `lists:`.
#include <fmt/format.h>

#include <string_view>
#include <unordered_set>

#include "dsl/form/reader.hpp"
#include "dsl/rulebook/keys.hpp"
#include "dsl/rulebook/read.hpp"
#include "dsl/rulebook/read_parts.hpp"
#include "dsl/text/nearest_name.hpp"

namespace colonnade::dsl {
namespace {

void read_group(const Form& form, const Node& name, const Node& words, WordList& list) {
    if (is_name(name.text)) {
        read_words(form, words, name.span, name.text, list);
    } else {
        form.report(Code::WrongValue, name.span,
                    fmt::format("`{}` is no name of a group", name.text));
    }
}

void report_absent(const Form& form, const Node& word, const WordList& list) {
    std::vector<std::string> known;
    if (form.has_time_for_hints()) {
        for (const auto& entry : list.entries)
            known.push_back(entry.text);
    }
    form.report(Code::NotFound, word.span,
                fmt::format("no word `{}` that could be dropped", word.text),
                nearest_name(word.text, known) ? did_you_mean(word.text, known) : "");
}

// One pass over the list, however many words are dropped.
void drop_words(const Form& form, const Node& node, Span key, WordList& list) {
    if (node.kind != NodeKind::List) {
        (void)read_text_list(form, node, key);
        return;
    }
    std::unordered_set<std::string_view> known;
    for (const auto& entry : list.entries)
        known.insert(entry.text);
    std::unordered_set<std::string_view> dropped;
    for (const auto& word : node.items) {
        dropped.insert(word.text);
        if (!known.contains(word.text) && !word.refused) report_absent(form, word, list);
    }
    std::erase_if(list.entries, [&](const auto& entry) { return dropped.contains(entry.text); });
}

}  // namespace

void read_words(const Form& form, const Node& node, Span key, const std::string& group,
                WordList& list) {
    for (auto& text : read_text_list(form, node, key)) {
        if (!text.empty()) list.entries.push_back({group, std::move(text)});
    }
}

void read_groups(const Form& form, const Node& node, Span place, WordList& list) {
    for (const auto& [key, value] : read_entries(form, node, place, "groups"))
        read_group(form, key, value, list);
}

void read_own_list(const Form& form, const Node& node, Span key, WordList& list) {
    if (node.kind != NodeKind::Map) return read_words(form, node, key, "", list);
    for (const auto& [name, value] : node.entries) {
        if (name.text == "words") {
            read_words(form, value, name.span, "", list);
        } else if (name.text != "without") {
            read_group(form, name, value, list);
        }
    }
    if (const auto* without = node.entry("without"))
        drop_words(form, without->value, without->key.span, list);
}

WordList read_word_list(const Document& document, Diagnostics& diagnostics) {
    WordList list;
    Form form{document.sources, diagnostics};
    MapReader map(form, document.root, document.root.span, WordListKeys, "a word list");
    check_version(form, map);
    if (const auto* name = map.required("list"))
        list.name = read_text(form, *name, map.key_span("list"));
    // A title is for people who open the file; its languages are its author's choice.
    if (const auto* title = map.optional("title");
        title != nullptr && title->kind == NodeKind::Map) {
        for (const auto& [language, text] : title->entries)
            form.languages.push_back(language.text);
        (void)read_texts(form, *title, map.key_span("title"));
    }
    const auto* words = map.optional("words");
    const auto* groups = map.optional("groups");
    if (words != nullptr) read_words(form, *words, map.key_span("words"), "", list);
    if (groups != nullptr) read_groups(form, *groups, map.key_span("groups"), list);
    if (words == nullptr && groups == nullptr && map.is_map()) {
        form.report(Code::MissingKey, map.place(), "`words` or `groups` is missing in a word list");
    }
    map.finish();
    return list;
}

}  // namespace colonnade::dsl
