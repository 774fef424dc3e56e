// SPDX-License-Identifier: Apache-2.0
#include "engine/whatif/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "dsl/facts/stated.hpp"
#include "dsl/text/encoding.hpp"
#include "dsl/text/nearest_name.hpp"

namespace colonnade::engine {
namespace {

using dsl::Code;
using dsl::Kind;

// What a name stands for; several facts and instructions never share one.
struct Named {
    int fact = -1;
    int instruction = -1;  // or -1: no rule needs it
    dsl::Type type;
    bool is_fixed = false;  // the rulebook's own value
};

class SettingsReader {
public:
    SettingsReader(const LoadedRulebook& loaded, dsl::Diagnostics& diagnostics)
        : loaded_(loaded), diagnostics_(diagnostics) {}

    void read(const SettingText& text) {
        const auto source = std::make_shared<dsl::Source>("--set", text.name + "=" + text.value);
        if (!dsl::check_encoding(source, diagnostics_)) return;
        form_.sources = {source};
        const auto end = static_cast<std::uint32_t>(text.name.size());
        name_ = scalar(text.name, 0);
        value_ = scalar(text.value, end + 1);
        const auto found = find();
        if (!found || !is_settable(*found)) return;
        set(*found);
    }

    Settings take() { return std::move(settings_); }

private:
    static dsl::Node scalar(const std::string& text, std::uint32_t begin) {
        dsl::Node node;
        node.kind = dsl::NodeKind::Scalar;
        node.span = {begin, begin + static_cast<std::uint32_t>(text.size()), 0};
        node.text = text;
        node.verbatim = true;
        return node;
    }

    std::optional<Named> find() {
        const auto& catalogue = loaded_.catalogue;
        if (const int fact = catalogue.fact_index(name_.text); fact >= 0) {
            const auto index = static_cast<std::size_t>(fact);
            return Named{fact, instruction_of(fact), catalogue.facts[index].type, false};
        }
        for (const auto& define : loaded_.rulebook.defines) {
            if (define.name == name_.text) return of_node(define.node);
        }
        for (const auto& pillar : loaded_.rulebook.pillars) {
            for (const auto& rule : pillar.rules) {
                if (pillar.id + "." + rule.id == name_.text) return of_node(rule.measure);
            }
        }
        form_.report(Code::UnknownName, name_.span,
                     fmt::format("unknown fact, define or rule `{}`", name_.text), help());
        return std::nullopt;
    }

    int instruction_of(int fact) const {
        const auto& code = loaded_.program.code;
        const auto found = std::find_if(code.begin(), code.end(), [=](const Instruction& in) {
            return in.op == dsl::Op::Fact && !in.expand && in.fact == fact;
        });
        return found == code.end() ? -1 : static_cast<int>(found - code.begin());
    }

    Named of_node(int node) const {
        const auto& typed = loaded_.rulebook.nodes.at(node);
        const int place = loaded_.program.places[static_cast<std::size_t>(node)];
        const bool is_fixed = place >= 0 && !loaded_.program.at(place).can_differ();
        return {-1, place, typed.type, is_fixed};
    }

    std::string help() const {
        auto names = loaded_.catalogue.fact_names();
        for (const auto& define : loaded_.rulebook.defines)
            names.push_back(define.name);
        std::vector<std::string> rules;
        for (const auto& pillar : loaded_.rulebook.pillars) {
            for (const auto& rule : pillar.rules) {
                names.push_back(pillar.id + "." + rule.id);
                if (rule.id == name_.text) rules.push_back(names.back());
            }
        }
        if (rules.size() == 1) return fmt::format("did you mean `{}`?", rules.front());
        return dsl::did_you_mean(name_.text, rules.empty() ? names : rules);
    }

    bool is_settable(const Named& named) {
        if (named.type.is(Kind::List)) {
            report_name(fmt::format("`{}` is a list, expected one value", name_.text),
                        "set what is counted in it: a define, or the measure of a rule");
        } else if (named.is_fixed) {
            report_name(fmt::format("`{}` is a fixed value of the rulebook", name_.text), {});
        } else if (named.fact < 0 && named.type.is(Kind::Text)) {
            report_name(fmt::format("`{}` is made of a text", name_.text),
                        "set the fact that it is made of");
        } else {
            return true;
        }
        return false;
    }

    void report_name(std::string message, std::string help) {
        form_.report(Code::WrongType, name_.span, std::move(message), std::move(help));
    }

    void set(const Named& named) {
        const auto errors = diagnostics_.errors();
        const auto bounds =
            named.fact >= 0 ? loaded_.catalogue.facts[static_cast<std::size_t>(named.fact)].bounds
                            : dsl::Bounds{};
        const auto value = read_stated_value(form_, named.type, bounds, name_.span, value_);
        if (diagnostics_.errors() > errors) return;
        if (named.fact < 0 && !is_possible(named, value.number)) return;
        if (!is_first(named, value)) return;
        // Since when a profile exists, rates look at without naming it.
        const bool counts = named.instruction >= 0 || name_.text == "joined";
        settings_.all.push_back({name_.text, value_.text, counts});
        if (named.fact >= 0) {
            settings_.facts.push_back({named.fact, false, value, {}});
        } else if (named.instruction >= 0) {
            settings_.held.push_back({named.instruction, value.number});
        }
    }

    // What a function declares, a fact, and what a share is.
    bool is_possible(const Named& named, double value) {
        dsl::Bounds bounds;
        if (named.instruction >= 0) {
            const auto& in = loaded_.program.at(named.instruction);
            if (in.op == dsl::Op::Call || in.op == dsl::Op::Fact) bounds = in.bounds;
        }
        if (named.type.is(Kind::Share))
            bounds = {std::max(bounds.min, 0.0), std::min(bounds.max, 1.0)};
        if (value >= bounds.min && value <= bounds.max) return true;
        form_.report(Code::WrongValue, value_.span,
                     fmt::format("`{}` is outside what `{}` can be", value_.text, name_.text));
        return false;
    }

    // One thing has several names: of two rules that measure the same, or a fact.
    bool is_first(const Named& named, const dsl::StatedValue& value) {
        const std::pair key{named.instruction, named.instruction < 0 ? name_.text : std::string{}};
        const auto [known, is_new] = set_.try_emplace(key, Set{name_.text, value});
        if (is_new) return true;
        const auto& before = known->second;
        if (before.value.number == value.number && before.value.text == value.text) return false;
        form_.report(Code::DuplicateKey, name_.span,
                     before.name == name_.text
                         ? fmt::format("`{}` is set twice", name_.text)
                         : fmt::format("`{}` and `{}` are the same and cannot differ", before.name,
                                       name_.text));
        return false;
    }

    struct Set {
        std::string name;
        dsl::StatedValue value;
    };

    const LoadedRulebook& loaded_;
    dsl::Diagnostics& diagnostics_;
    dsl::Form form_{{}, diagnostics_};
    dsl::Node name_;
    dsl::Node value_;
    std::map<std::pair<int, std::string>, Set> set_;
    Settings settings_;
};

}  // namespace

Settings read_settings(std::span<const SettingText> texts, const LoadedRulebook& loaded,
                       dsl::Diagnostics& diagnostics) {
    SettingsReader reader(loaded, diagnostics);
    for (const auto& text : texts)
        reader.read(text);
    return reader.take();
}

}  // namespace colonnade::engine
