// SPDX-License-Identifier: Apache-2.0
#include "dsl/rulebook/extend.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "dsl/rulebook/overlay.hpp"

namespace colonnade::dsl {
namespace {

Node child_wins(const Node&, const Node&, Node child) {
    return child;
}

Node union_of(Node parent, Node child) {
    if (parent.kind != NodeKind::List || child.kind != NodeKind::List) return child;
    std::unordered_set<std::string> known;
    for (const auto& item : parent.items)
        known.insert(item.text);
    for (auto& item : child.items) {
        if (known.insert(item.text).second) parent.items.push_back(std::move(item));
    }
    parent.span = child.span;
    return parent;
}

Node drop_keys(Node map, const std::vector<std::string_view>& keys) {
    std::erase_if(map.entries, [&](const Entry& entry) {
        return std::find(keys.begin(), keys.end(), entry.key.text) != keys.end();
    });
    return map;
}

std::vector<std::string> texts_of(const Node* list) {
    std::vector<std::string> texts;
    if (list == nullptr) return texts;
    for (const auto& item : list->items)
        texts.push_back(item.text);
    return texts;
}

bool holds_texts(std::string_view key) {
    return key == "title" || key == "note" || key == "tip" || key == "text" || key == "because";
}

class Overlay {
public:
    explicit Overlay(const Form& form) : form_(form) {}

    Node rulebook(Node parent, Node child) {
        // These say something about one file and are never taken over.
        parent = drop_keys(std::move(parent), {"colonnade", "rulebook", "extends"});
        choose_languages(parent, child);
        return by_key(std::move(parent), std::move(child), [&](const Node& key, Node a, Node b) {
            return part(key, std::move(a), std::move(b));
        });
    }

private:
    void choose_languages(Node& parent, const Node& child) {
        const auto before = texts_of(parent.find("languages"));
        const auto after = texts_of(child.find("languages"));
        form_.languages = after.empty() ? before : after;
        std::vector<std::string_view> given_up;
        for (const auto& language : before) {
            const auto& kept = form_.languages;
            if (std::find(kept.begin(), kept.end(), language) == kept.end())
                given_up.push_back(language);
        }
        if (!given_up.empty()) drop_languages(parent, given_up);
    }

    Node part(const Node& key, Node parent, Node child) {
        if (key.text == "plugins") return union_of(std::move(parent), std::move(child));
        if (key.text == "title" || key.text == "note")
            return over_texts(form_, key, std::move(parent), std::move(child));
        if (key.text == "define") return by_key(std::move(parent), std::move(child), child_wins);
        if (key.text == "lists") {
            return by_key(std::move(parent), std::move(child), [](const Node&, Node a, Node b) {
                return over_words(std::move(a), std::move(b));
            });
        }
        if (key.text == "ratings") return items(std::move(parent), std::move(child), "rating");
        if (key.text == "cautions") return items(std::move(parent), std::move(child), "caution");
        if (key.text == "pillars") {
            return by_id(
                form_, std::move(parent), std::move(child), "pillar",
                [&](const Node&, Node a, Node b) { return pillar(std::move(a), std::move(b)); });
        }
        return child;
    }

    // Ratings and cautions: texts and single values.
    Node items(Node parent, Node child, std::string_view what) {
        return by_id(
            form_, std::move(parent), std::move(child), what, [&](const Node&, Node a, Node b) {
                warn_of_stale(form_, a, b, "when", "text");
                return by_key(std::move(a), std::move(b), [&](const Node& key, Node x, Node y) {
                    return value(key, std::move(x), std::move(y));
                });
            });
    }

    Node value(const Node& key, Node parent, Node child) {
        if (!holds_texts(key.text)) return child;
        return over_texts(form_, key, std::move(parent), std::move(child));
    }

    Node pillar(Node parent, Node child) {
        return by_key(std::move(parent), std::move(child), [&](const Node& key, Node a, Node b) {
            if (key.text != "rules") return value(key, std::move(a), std::move(b));
            return by_id(form_, std::move(a), std::move(b), "rule",
                         [&](const Node& rule, Node x, Node y) {
                             return over_rule(form_, rule, std::move(x), std::move(y));
                         });
        });
    }

    Form form_;
};

}  // namespace

// A tree is at most 32 deep.
void drop_languages(Node& rulebook,  // NOLINT(misc-no-recursion)
                    const std::vector<std::string_view>& languages) {
    for (auto& [key, value] : rulebook.entries) {
        if (holds_texts(key.text)) value = drop_keys(std::move(value), languages);
        drop_languages(value, languages);
    }
}

Node extend(const Form& form, Node parent, Node child) {
    use_todays_keys(form, child);
    use_todays_keys(form, parent);
    return Overlay(form).rulebook(std::move(parent), std::move(child));
}

}  // namespace colonnade::dsl
