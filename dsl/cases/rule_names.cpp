// SPDX-License-Identifier: Apache-2.0
#include "dsl/cases/rule_names.hpp"

#include <fmt/format.h>

#include "dsl/text/nearest_name.hpp"

namespace colonnade::dsl {

RuleNames::RuleNames(const Form& form, const Rulebook& rulebook) : form_(form) {
    for (const auto& pillar : rulebook.pillars) {
        for (const auto& rule : pillar.rules) {
            auto full = pillar.id + "." + rule.id;
            named_[rule.id].push_back(all_.size());
            named_[full].push_back(all_.size());
            all_.push_back({std::move(full), static_cast<int>(all_.size()), &rule});
        }
    }
}

std::optional<RuleName> RuleNames::find(const Node& name) const {
    const auto text = read_filled_text(form_, name, name.span);
    if (text.empty()) return std::nullopt;
    const auto found = named_.find(text);
    if (found == named_.end()) {
        form_.report(Code::UnknownName, name.span, fmt::format("no rule `{}`", text),
                     form_.has_time_for_hints() ? nearest(text) : "");
        return std::nullopt;
    }
    const auto& places = found->second;
    if (places.size() == 1) return all_[places.front()];
    form_.report(Code::AmbiguousName, name.span,
                 fmt::format("several pillars have a rule `{}`", text),
                 fmt::format("write `{}` or `{}`", all_[places[0]].full, all_[places[1]].full));
    return std::nullopt;
}

std::string RuleNames::nearest(const std::string& text) const {
    const bool is_full = text.find('.') != std::string::npos;
    std::vector<std::string> names;
    for (const auto& known : all_)
        names.push_back(is_full ? known.full : known.rule->id);
    return did_you_mean(text, names);
}

}  // namespace colonnade::dsl
