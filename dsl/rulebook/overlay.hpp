// SPDX-License-Identifier: Apache-2.0
// The steps of `extend`; internal to dsl. Each takes what the parent says and what the child says
// under one key, and gives what holds.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "dsl/form/reader.hpp"
#include "dsl/yaml/tree.hpp"

namespace colonnade::dsl {

// What holds under `key`, where both say something.
using Combine = std::function<Node(const Node& key, Node parent, Node child)>;

// Gives every key of a rulebook today's name; former ones are reported.
void use_todays_keys(const Form& form, Node& rulebook);

// Every key of either: the parent's order, then what the child adds. Where one of the two is no
// map, the child's value.
[[nodiscard]] Node by_key(Node parent, Node child, const Combine& combine);

// The same for a map from id to content, where a child may say `without: true`. `what` names an
// entry in messages, for instance "rule".
[[nodiscard]] Node by_id(const Form& form, Node parent, Node child, std::string_view what,
                         const Combine& combine);

// Drops the texts in `languages`, wherever in the rulebook they stand.
void drop_languages(Node& rulebook, const std::vector<std::string_view>& languages);

// A text in some languages; warns where others of the form's languages keep their old words.
[[nodiscard]] Node over_texts(const Form& form, const Node& key, Node parent, Node child);

// Warns where the child changes what is said under `changed` but keeps the parent's `text` about
// it.
void warn_of_stale(const Form& form, const Node& parent, const Node& child,
                   std::string_view changed, std::string_view text);

// A rule: its curve is one thing, and a tip belongs to what is measured.
[[nodiscard]] Node over_rule(const Form& form, const Node& key, Node parent, Node child);

// Word lists grow, and shrink by `without`.
[[nodiscard]] Node over_words(Node parent, Node child);

}  // namespace colonnade::dsl
