// SPDX-License-Identifier: Apache-2.0
#include "dsl/cases/rule_names.hpp"

#include <fmt/format.h>

#include "dsl/text/nearest_name.hpp"

namespace colonnade::dsl {

RuleNames::RuleNames(const Form& form, const Rulebook& rulebook) : form_(form) {
    for (const auto& pillar : rulebook.pillars) {
        for (const auto& rule : pillar.rules)
            all_.push_back({pillar.id + "." + rule.id, static_cast<int>(all_.size()), &rule});
    }
}

std::optional<RuleName> RuleNames::find(const Node& name) const {
    const auto text = read_filled_text(form_, name, name.span);
    if (text.empty()) return std::nullopt;
    std::vector<const RuleName*> found;
    for (const auto& known : all_) {
        if (known.full == text || known.rule->id == text) found.push_back(&known);
    }
    if (found.size() == 1) return *found.front();
    if (found.size() > 1) {
        form_.report(Code::AmbiguousName, name.span,
                     fmt::format("several pillars have a rule `{}`", text),
                     fmt::format("write `{}` or `{}`", found[0]->full, found[1]->full));
        return std::nullopt;
    }
    std::vector<std::string> names;
    for (const auto& known : all_)
        names.push_back(text.find('.') == std::string::npos ? known.rule->id : known.full);
    form_.report(Code::UnknownName, name.span, fmt::format("no rule `{}`", text),
                 form_.has_time_for_hints() ? did_you_mean(text, names) : "");
    return std::nullopt;
}

}  // namespace colonnade::dsl
