// SPDX-License-Identifier: Apache-2.0
// Keys are compared by name when one rulebook is laid over another, so both must use the same
// names.
#include "dsl/form/deprecated.hpp"
#include "dsl/rulebook/keys.hpp"
#include "dsl/rulebook/overlay.hpp"

namespace colonnade::dsl {
namespace {

template <class Rename>
void in_each(Node& map, std::string_view key, Rename rename) {
    for (auto& [name, content] : map.entries) {
        if (name.text != key) continue;
        for (auto& [id, entry] : content.entries)
            rename(entry);
    }
}

}  // namespace

void use_todays_keys(const Form& form, Node& rulebook) {
    const auto in = [&](const KeyTable& table) {
        return [&form, name = table.name](Node& map) { rename_former(form, map, name); };
    };
    rename_former(form, rulebook, RulebookKeys.name);
    in_each(rulebook, "ratings", in(RatingKeys));
    in_each(rulebook, "cautions", in(CautionKeys));
    in_each(rulebook, "pillars", [&](Node& pillar) {
        rename_former(form, pillar, PillarKeys.name);
        in_each(pillar, "rules", in(RuleKeys));
    });
}

}  // namespace colonnade::dsl
