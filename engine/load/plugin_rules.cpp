// SPDX-License-Identifier: Apache-2.0
#include "engine/load/plugin_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

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
    bool lay() {
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
        if (is_broken_ || !failure_.pillars.empty()) return false;
        if (base_.kind != dsl::NodeKind::Map) return true;
        auto& eldest = layers_.roots.back();
        const auto order = pillar_ids(eldest);
        eldest = dsl::extend(form(), std::move(base_), std::move(eldest));
        restore(order, eldest);
        return true;
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
            is_broken_ = is_broken_ || diagnostics_.errors() > errors;
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
        miss_pillars(problem.plugin);
        failure_.plugins.push_back(std::move(problem));
    }

    // The plugin's pillars that a layer names and none describes.
    void miss_pillars(const std::string& plugin) {
        for (const auto& root : layers_.roots) {
            for (const auto& id : pillar_ids(root)) {
                auto& missed = failure_.pillars;
                const bool is_new = std::find(missed.begin(), missed.end(), id) == missed.end();
                if (is_new && dsl::is_own_id(plugin, id) && !stands_alone(id)) missed.push_back(id);
            }
        }
    }

    // Whether the layers say all that a pillar needs: then it is the rulebook's own.
    [[nodiscard]] bool stands_alone(const std::string& id) const {
        std::set<std::string_view> keys;
        std::map<std::string_view, std::set<std::string_view>> rules;
        for (const auto& root : layers_.roots) {
            const auto* pillars = root.find("pillars");
            const auto* pillar = pillars == nullptr ? nullptr : pillars->find(id);
            if (pillar == nullptr) continue;
            for (const auto& [key, value] : pillar->entries) {
                keys.insert(key.text);
                if (key.text != "rules") continue;
                for (const auto& [rule, content] : value.entries) {
                    for (const auto& entry : content.entries)
                        rules[rule.text].insert(entry.key.text);
                }
            }
        }
        const bool is_whole = std::all_of(rules.begin(), rules.end(), [](const auto& rule) {
            const auto& said = rule.second;
            return said.contains("title") && said.contains("points") &&
                   (said.contains("pass") || said.contains("measure"));
        });
        return is_whole && !rules.empty() && keys.contains("title") && keys.contains("weight");
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
    bool is_broken_ = false;  // some rules cannot be read
};

}  // namespace

bool lay_plugin_rules(Layers& layers, Plugins& plugins, Library& library,
                      dsl::Diagnostics& diagnostics, LoadFailure& failure) {
    return PluginRules(layers, plugins, library, diagnostics, failure).lay();
}

}  // namespace colonnade::engine
