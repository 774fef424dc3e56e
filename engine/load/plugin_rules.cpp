// SPDX-License-Identifier: Apache-2.0
#include "engine/load/plugin_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "dsl/form/reader.hpp"
#include "dsl/rulebook/extend.hpp"
#include "dsl/rulebook/fragment.hpp"
#include "dsl/text/unicode.hpp"

namespace colonnade::engine {
namespace {

using dsl::Node;

const std::vector<dsl::Entry>& pillars_of(const Node& root) {
    static const std::vector<dsl::Entry> None;
    const auto* pillars = root.find("pillars");
    return pillars == nullptr ? None : pillars->entries;
}

class PluginRules {
public:
    PluginRules(Layers& layers, Plugins& plugins, Library& library, dsl::Diagnostics& diagnostics,
                LoadFailure& failure)
        : layers_(layers),
          plugins_(plugins),
          library_(library),
          diagnostics_(diagnostics),
          failure_(failure) {}

    // The eldest layer's plugins come first, as everywhere.
    void lay() {
        for (std::size_t i = layers_.roots.size(); i-- > 0;) {
            const auto* named = layers_.roots[i].find("plugins");
            if (named == nullptr) continue;
            for (const auto& item : std::vector<Node>(named->items)) {
                if (!dsl::is_id(item.text)) {
                    dsl::report_no_id(form(), item.span, "a plugin", item.text);
                } else if (is_new(item.text)) {
                    take(item.text, item.span);
                }
            }
        }
        if (base_.kind != dsl::NodeKind::Map) return;
        auto& eldest = layers_.roots.back();
        const auto order = pillar_ids(eldest);
        eldest = dsl::extend(form(), std::move(base_), std::move(eldest));
        restore(order, eldest);
    }

private:
    [[nodiscard]] dsl::Form form() const { return {layers_.sources, diagnostics_}; }

    bool is_new(const std::string& id) {
        if (std::find(seen_.begin(), seen_.end(), id) != seen_.end()) return false;
        seen_.push_back(id);
        return true;
    }

    static std::vector<std::string> pillar_ids(const Node& root) {
        std::vector<std::string> ids;
        for (const auto& entry : pillars_of(root))
            ids.push_back(entry.key.text);
        return ids;
    }

    void take(const std::string& id, dsl::Span named) {
        if (auto problem = plugins_.load(id)) {
            refuse(std::move(*problem), named);
            return;
        }
        dsl::FragmentUse use{id, {}, {}, {}};
        for (const auto& root : layers_.roots) {
            for (auto& pillar : pillar_ids(root)) {
                if (dsl::is_own_id(id, pillar)) use.pillars.push_back(std::move(pillar));
            }
        }
        // Whose pillars nobody names may bring what it likes.
        const auto& rules = plugins_.rules(id);
        if (use.pillars.empty() || rules.empty()) return;
        read_head(use);
        const auto errors = diagnostics_.errors();
        auto part = read_part(use, rules);
        if (part.kind != dsl::NodeKind::Map) {
            if (diagnostics_.errors() > errors) (void)mark_refused(id);
        } else if (base_.kind != dsl::NodeKind::Map) {
            base_ = std::move(part);
        } else {
            base_ = dsl::beside(form(), std::move(base_), std::move(part));
        }
    }

    Node read_part(const dsl::FragmentUse& use, const std::string& rules) {
        auto text = library_.read_text("plugin " + use.plugin, rules,
                                       static_cast<std::uint32_t>(layers_.sources.size()));
        layers_.sources.push_back(std::move(text.source));
        return text.root ? dsl::used_part(form(), std::move(*text.root), use) : Node();
    }

    // The nearest layer that says it.
    void read_head(dsl::FragmentUse& use) const {
        for (const auto& root : layers_.roots) {
            const auto* schema = root.find("schema");
            if (schema != nullptr && use.schema.empty()) use.schema = schema->text;
            const auto* languages = root.find("languages");
            if (languages == nullptr || !use.languages.empty()) continue;
            for (const auto& item : languages->items)
                use.languages.push_back(item.text);
        }
    }

    void refuse(PluginProblem problem, dsl::Span named) {
        const auto& source = *layers_.sources.at(named.file);
        problem.message = fmt::format("{} (named in {}:{})", problem.message,
                                      dsl::visible(source.name()), source.place(named.begin).line);
        for (auto& pillar : mark_refused(problem.plugin))
            failure_.pillars.push_back(std::move(pillar));
        failure_.plugins.push_back(std::move(problem));
    }

    // A pillar that no layer gives a title can only be the plugin's: its readers stay silent. Gives
    // their ids.
    std::vector<std::string> mark_refused(const std::string& plugin) {
        std::vector<std::string> marked;
        for (auto& root : layers_.roots) {
            auto* pillars = root.find("pillars");
            if (pillars == nullptr) continue;
            for (auto& [key, pillar] : pillars->entries) {
                if (!dsl::is_own_id(plugin, key.text) || has_title(key.text)) continue;
                pillar = {};
                pillar.refused = true;
                if (std::find(marked.begin(), marked.end(), key.text) == marked.end())
                    marked.push_back(key.text);
            }
        }
        return marked;
    }

    [[nodiscard]] bool has_title(const std::string& pillar) const {
        return std::any_of(layers_.roots.begin(), layers_.roots.end(), [&](const Node& root) {
            const auto* pillars = root.find("pillars");
            const auto* found = pillars == nullptr ? nullptr : pillars->find(pillar);
            return found != nullptr && found->entry("title") != nullptr;
        });
    }

    // Pillars stand as the rulebook names them; those that only a younger one names come last.
    static void restore(const std::vector<std::string>& order, Node& root) {
        const auto place = [&](const dsl::Entry& entry) {
            return std::find(order.begin(), order.end(), entry.key.text);
        };
        if (auto* pillars = root.find("pillars")) {
            std::stable_sort(pillars->entries.begin(), pillars->entries.end(),
                             [&](const auto& a, const auto& b) { return place(a) < place(b); });
        }
    }

    Layers& layers_;
    Plugins& plugins_;
    Library& library_;
    dsl::Diagnostics& diagnostics_;
    LoadFailure& failure_;
    std::vector<std::string> seen_;
    Node base_;
};

}  // namespace

void lay_plugin_rules(Layers& layers, Plugins& plugins, Library& library,
                      dsl::Diagnostics& diagnostics, LoadFailure& failure) {
    PluginRules(layers, plugins, library, diagnostics, failure).lay();
}

}  // namespace colonnade::engine
