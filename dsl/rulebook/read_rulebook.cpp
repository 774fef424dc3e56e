// SPDX-License-Identifier: Apache-2.0
// A whole rulebook, in the order in which its parts need each other: head, word lists, defines,
// pillars, cautions.
#include <fmt/format.h>

#include "dsl/rulebook/keys.hpp"
#include "dsl/rulebook/read.hpp"
#include "dsl/rulebook/read_parts.hpp"

namespace colonnade::dsl {
namespace {

// Two or three letters, and what tells apart kinds of the language: `de`, `de-AT`.
bool is_language(std::string_view text) {
    const auto letters = text.substr(0, text.find('-'));
    return (letters.size() == 2 || letters.size() == 3) &&
           std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

class RulebookReader {
public:
    RulebookReader(const Document& document, const Catalogue& catalogue,
                   const FindWords& find_words, Diagnostics& diagnostics)
        : form_{document.sources, diagnostics},
          catalogue_(catalogue),
          find_words_(find_words),
          map_(form_, document.root, document.root.span, RulebookKeys, "a rulebook"),
          checker_(form_, catalogue, rulebook_.nodes, rulebook_.lists, find_words) {}

    Rulebook read() {
        rulebook_.sources = form_.sources;
        if (!map_.is_map()) return std::move(rulebook_);
        head();
        lists();
        defines();
        pillars();
        cautions();
        weigh(form_, map_, rulebook_, weights_are_read_);
        map_.finish();
        for (auto& define : rulebook_.defines)
            define.is_used = checker_.is_used(define.name);
        return std::move(rulebook_);
    }

private:
    std::string text(std::string_view key) {
        const auto* node = map_.required(key);
        return node == nullptr ? std::string{} : read_text(form_, *node, map_.key_span(key));
    }

    void head() {
        check_version(form_, map_);
        if (const auto* id = map_.required("rulebook"))
            rulebook_.id = read_id(form_, *id, map_.key_span("rulebook"));
        (void)map_.optional("extends");  // followed by whoever reads the files
        if (const auto* edition = map_.optional("edition")) {
            rulebook_.edition = read_text(form_, *edition, map_.key_span("edition"));
        }
        rulebook_.schema = text("schema");
        if (const auto* plugins = map_.optional("plugins")) {
            rulebook_.plugins = read_text_list(form_, *plugins, map_.key_span("plugins"));
        }
        languages();
        if (const auto* title = map_.required("title"))
            rulebook_.title = read_texts(form_, *title, map_.key_span("title"));
        if (const auto* note = map_.optional("note"))
            rulebook_.note = read_texts(form_, *note, map_.key_span("note"));
        if (const auto* horizon = map_.optional("horizon")) {
            const auto length =
                read_single_literal(form_, *horizon, map_.key_span("horizon"), Kind::Duration);
            if (length && length->low <= 0) {
                form_.report(Code::WrongValue, horizon->span,
                             fmt::format("found `{}`, expected a duration above 0", horizon->text));
            } else if (length) {
                rulebook_.horizon = length->low;
            }
        }
        if (const auto* ratings = map_.optional("ratings")) {
            rulebook_.ratings = read_ratings(form_, *ratings, map_.key_span("ratings"));
        }
    }

    void languages() {
        const auto* node = map_.required("languages");
        if (node != nullptr) {
            const auto place = map_.key_span("languages");
            rulebook_.languages = read_text_list(form_, *node, place);
            if (node->kind == NodeKind::List && node->items.empty())
                form_.report(Code::WrongValue, place, "no language in the list");
            for (const auto& item : node->items) {
                if (item.kind != NodeKind::Scalar || is_language(item.text)) continue;
                form_.report(Code::WrongValue, item.span,
                             fmt::format("`{}` is no code of a language", item.text),
                             "codes are two or three lower case letters, such as `de` or `en`");
                rulebook_.languages.clear();
            }
        }
        // After a finding here the languages of the title stand in, so that no text is reported
        // for it again.
        const auto* title = map_.peek("title");
        if (rulebook_.languages.empty() && title != nullptr) {
            for (const auto& entry : title->entries)
                rulebook_.languages.push_back(entry.key.text);
        }
        if (rulebook_.languages.empty()) rulebook_.languages = {"en"};
        form_.languages = rulebook_.languages;
    }

    bool has_name(const Node& key) {
        if (is_name(key.text)) return true;
        form_.report(Code::WrongValue, key.span, fmt::format("`{}` is no name", key.text),
                     "lower case letters, digits and `_`; no blank and no `-`");
        return false;
    }

    // An own list of the name of a shared one adds to it.
    void lists() {
        const auto* node = map_.optional("lists");
        if (node == nullptr) return;
        for (const auto& [key, content] :
             read_entries(form_, *node, map_.key_span("lists"), "word lists")) {
            if (!has_name(key)) continue;
            auto list = find_words_(key.text).value_or(WordList{});
            list.name = key.text;
            read_own_list(form_, content, key.span, list);
            rulebook_.lists.push_back(std::move(list));
        }
    }

    void defines() {
        const auto* node = map_.optional("define");
        if (node == nullptr) return;
        for (const auto& [key, content] :
             read_entries(form_, *node, map_.key_span("define"), "names")) {
            const bool taken = catalogue_.fact_index(key.text) >= 0 || key.text == "profile";
            if (!has_name(key)) continue;
            if (is_reserved(key.text)) {
                form_.report(Code::WrongValue, key.span,
                             fmt::format("`{}` is a word of the language", key.text),
                             "choose another name");
            } else if (taken) {
                form_.report(Code::AmbiguousName, key.span,
                             fmt::format("`{}` is the name of a fact", key.text),
                             "choose another name");
            } else {
                checker_.prepare_define(key.text, content);
            }
        }
        for (const auto& name : checker_.define_names()) {
            const auto checked = checker_.define(name);
            if (!checked.is_error())
                rulebook_.defines.push_back({name, checked.node, checked.written});
        }
    }

    void pillars() {
        const auto* node = map_.required("pillars");
        if (node == nullptr) return;
        if (node->kind != NodeKind::Map || node->entries.empty()) {
            form_.report(Code::WrongShape, map_.key_span("pillars"),
                         fmt::format("found {}, expected a map of pillars", text_of(node->kind)));
            return;
        }
        rulebook_.pillars.reserve(node->entries.size());
        make_room(*node);
        for (const auto& [key, content] : node->entries)
            rulebook_.pillars.push_back(pillar(key, content));
    }

    // For what the expressions of so many rules usually become.
    void make_room(const Node& pillars) {
        constexpr std::size_t UsualNodes = 8;
        std::size_t count = 0;
        for (const auto& [key, content] : pillars.entries) {
            const auto* rules = content.find("rules");
            count += rules == nullptr ? 0 : rules->entries.size();
        }
        auto& nodes = rulebook_.nodes;
        nodes.items.reserve(nodes.items.size() + UsualNodes * count);
        nodes.texts.reserve(nodes.texts.size() + 2 * count);
    }

    Pillar pillar(const Node& key, const Node& content) {
        Pillar pillar;
        pillar.id = read_id(form_, key, key.span);
        pillar.span = key.span;
        const auto errors = form_.diagnostics.errors();
        MapReader map(form_, content, key.span, PillarKeys,
                      fmt::format("the pillar `{}`", key.text));
        if (const auto* title = map.required("title"))
            pillar.title = read_texts(form_, *title, map.key_span("title"));
        if (const auto* weight = map.required("weight"))
            pillar.weight = read_number(form_, *weight, map.key_span("weight"));
        weights_are_read_ = weights_are_read_ && form_.diagnostics.errors() == errors;
        ReadContext context{form_, catalogue_, checker_, rulebook_};
        if (const auto* rules = map.required("rules")) {
            if (rules->kind != NodeKind::Map) {
                form_.report(
                    Code::WrongShape, map.key_span("rules"),
                    fmt::format("found {}, expected a map of rules", text_of(rules->kind)));
            }
            pillar.rules.reserve(rules->entries.size());
            for (const auto& [rule, rule_content] : rules->entries)
                pillar.rules.push_back(read_rule(context, rule, rule_content));
        }
        map.finish();
        double points = 0;
        for (const auto& rule : pillar.rules)
            points += rule.points;
        if (form_.diagnostics.errors() == errors && !(points > 0)) {
            form_.report(Code::NothingToEarn, key.span,
                         fmt::format("the points of the pillar `{}` sum to zero", pillar.id));
        }
        return pillar;
    }

    void cautions() {
        const auto* node = map_.optional("cautions");
        if (node == nullptr) return;
        ReadContext context{form_, catalogue_, checker_, rulebook_};
        for (const auto& [key, content] :
             read_entries(form_, *node, map_.key_span("cautions"), "cautions"))
            rulebook_.cautions.push_back(read_caution(context, key, content));
    }

    Form form_;
    const Catalogue& catalogue_;
    const FindWords& find_words_;
    Rulebook rulebook_;
    MapReader map_;
    Checker checker_;
    bool weights_are_read_ = true;
};

}  // namespace

Rulebook read_rulebook(const Document& document, const Catalogue& catalogue,
                       const FindWords& find_words, Diagnostics& diagnostics) {
    return RulebookReader(document, catalogue, find_words, diagnostics).read();
}

}  // namespace colonnade::dsl
