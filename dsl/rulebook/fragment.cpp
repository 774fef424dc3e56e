// SPDX-License-Identifier: Apache-2.0
#include "dsl/rulebook/fragment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dsl/rulebook/keys.hpp"
#include "dsl/rulebook/overlay.hpp"

namespace colonnade::dsl {
namespace {

// The keys whose entries come along, and what one of those is called.
struct Section {
    std::string_view key;
    std::string_view what;
    bool (*is_own)(std::string_view plugin, std::string_view name);
};

constexpr std::array<Section, 4> Sections{{{"define", "name", is_own_name},
                                           {"lists", "word list", is_own_name},
                                           {"pillars", "pillar", is_own_id},
                                           {"cautions", "caution", is_own_id}}};

bool begins_with(std::string_view text, std::string_view beginning, char then) {
    return text.starts_with(beginning) &&
           (text.size() == beginning.size() || text[beginning.size()] == then);
}

std::string as_name(std::string_view id) {
    std::string name(id);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

class Fragment {
public:
    Fragment(const Form& form, Node root, const FragmentUse& use)
        : form_(form), root_(std::move(root)), use_(use) {}

    Node used() {
        use_todays_keys(form_, root_);
        if (!is_rulebook()) return {};
        for (const auto& section : Sections)
            check_names(section);
        if (!take_pillars()) return {};
        drop_other_languages();
        drop_head();
        return std::move(root_);
    }

private:
    bool is_rulebook() {
        MapReader map(form_, root_, root_.span, RulebookKeys, "a rulebook");
        if (!map.is_map()) return false;
        const auto errors = form_.diagnostics.errors();
        check_version(form_, map);
        if (const auto* extends = root_.entry("extends")) {
            form_.report(Code::PluginRules, extends->key.span,
                         "the rules of a plugin extend no other rulebook");
        }
        const auto* schema = root_.find("schema");
        if (schema != nullptr && !use_.schema.empty() && schema->text != use_.schema) {
            form_.report(Code::PluginRules, schema->span,
                         fmt::format("found the schema `{}`, that of the rulebook is `{}`",
                                     schema->text, use_.schema),
                         "rules speak of the facts of one schema");
        }
        return form_.diagnostics.errors() == errors;
    }

    // Keeps those that the rulebook names; false where there are none.
    bool take_pillars() {
        auto* pillars = root_.find("pillars");
        if (pillars == nullptr) return false;
        std::erase_if(pillars->entries, [&](const Entry& entry) {
            const auto& named = use_.pillars;
            return std::find(named.begin(), named.end(), entry.key.text) == named.end();
        });
        return !pillars->entries.empty();
    }

    void check_names(const Section& section) const {
        const auto* map = root_.find(section.key);
        if (map == nullptr) return;
        for (const auto& entry : map->entries) {
            if (section.is_own(use_.plugin, entry.key.text)) continue;
            const bool is_id = section.is_own == &is_own_id;
            const auto own = is_id ? use_.plugin : as_name(use_.plugin);
            form_.report(
                Code::PluginRules, entry.key.span,
                fmt::format("the {} `{}` is not the plugin's own", section.what, entry.key.text),
                fmt::format("call it `{0}`, or `{0}{1}…`", own, is_id ? '-' : '_'));
        }
    }

    void drop_other_languages() {
        std::vector<std::string_view> others;
        const auto* languages = root_.find("languages");
        if (languages == nullptr || use_.languages.empty()) return;
        for (const auto& item : languages->items) {
            const auto& kept = use_.languages;
            if (std::find(kept.begin(), kept.end(), item.text) == kept.end())
                others.push_back(item.text);
        }
        drop_languages(root_, others);
    }

    // What a rulebook says of itself. Anything else stays: what nobody knows is reported with the
    // rest.
    void drop_head() {
        std::erase_if(root_.entries, [](const Entry& entry) {
            const bool comes_along =
                std::any_of(Sections.begin(), Sections.end(),
                            [&](const auto& section) { return section.key == entry.key.text; });
            return !comes_along && RulebookKeys.find(entry.key.text) != nullptr;
        });
    }

    const Form& form_;
    Node root_;
    const FragmentUse& use_;
};

}  // namespace

bool is_own_id(std::string_view plugin, std::string_view id) {
    return begins_with(id, plugin, '-');
}

bool is_own_name(std::string_view plugin, std::string_view name) {
    return begins_with(name, as_name(plugin), '_');
}

Node used_part(const Form& form, Node fragment, const FragmentUse& use) {
    return Fragment(form, std::move(fragment), use).used();
}

Node beside(const Form& form, Node part, Node other) {
    return by_key(std::move(part), std::move(other), [&](const Node&, Node mine, Node theirs) {
        return by_key(std::move(mine), std::move(theirs),
                      [&](const Node& key, Node first, const Node&) {
                          form.report(Code::PluginRules, key.span,
                                      fmt::format("two plugins bring `{}`", key.text),
                                      "the rulebook can use the rules of one of them",
                                      {{first.span, "this is the other"}});
                          return first;
                      });
    });
}

}  // namespace colonnade::dsl
