// SPDX-License-Identifier: Apache-2.0
// The part of a rulebook that somebody else brings, a plugin, that is used: the pillars that are
// named, and with them the names, word lists and cautions that they may need. All of them have
// names of the plugin's own, so that nothing of one plugin is by chance meant by another.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dsl/form/reader.hpp"
#include "dsl/yaml/tree.hpp"

namespace colonnade::dsl {

// The plugin's id, or what begins with it and `-`; of a name, in which a `-` is a `_`, that with
// `_`.
[[nodiscard]] bool is_own_id(std::string_view plugin, std::string_view id);
[[nodiscard]] bool is_own_name(std::string_view plugin, std::string_view name);

// What the rulebook that uses it says.
struct FragmentUse {
    std::string plugin;
    std::vector<std::string> pillars;
    std::string schema;  // empty where it names none
    std::vector<std::string> languages;
};

// The used part, to be laid under the rulebook; an empty node where nothing is used. Findings go to
// `form`, which must know the fragment's source.
[[nodiscard]] Node used_part(const Form& form, Node fragment, const FragmentUse& use);

// Both parts together. What both have is reported.
[[nodiscard]] Node beside(const Form& form, Node part, Node other);

}  // namespace colonnade::dsl
