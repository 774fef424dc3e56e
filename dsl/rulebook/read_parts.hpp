// SPDX-License-Identifier: Apache-2.0
// The readers of a rulebook's parts; internal to dsl. Each reports into the form and goes on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dsl/check/checker.hpp"
#include "dsl/form/reader.hpp"
#include "dsl/rulebook/rulebook.hpp"
#include "dsl/types/catalogue.hpp"

namespace colonnade::dsl {

struct ReadContext {
    const Form& form;
    const Catalogue& catalogue;
    Checker& checker;
    Rulebook& rulebook;
};

void read_words(const Form& form, const Node& node, Span key, const std::string& group,
                WordList& list);
void read_groups(const Form& form, const Node& node, Span place, WordList& list);

// A list under `lists:` of a rulebook: words, or groups of words, that are added to `list`; plain
// ones among groups under `words`, and under `without` the words to drop.
void read_own_list(const Form& form, const Node& node, Span key, WordList& list);

[[nodiscard]] std::vector<Rating> read_ratings(const Form& form, const Node& node, Span key);
[[nodiscard]] Rule read_rule(ReadContext& context, const Node& key, const Node& node);
[[nodiscard]] Caution read_caution(ReadContext& context, const Node& key, const Node& node);
// A share from 0% to 100%, 0..1.
[[nodiscard]] double read_share(const Form& form, const Node& node, Span key);

// Reports weights that do not sum to 100 and rules worth more than `most_per_rule`, which it asks
// `map` for. With `weights_are_read` false a weight is wrong already, and there is nothing to add.
void weigh(const Form& form, MapReader& map, const Rulebook& rulebook, bool weights_are_read);

// What the placeholders of a text may stand for.
struct Placeholders {
    bool value = false;
    bool target = false;
    bool missing = false;
    bool gain = false;
    Kind kind = Kind::Error;  // of the value, or Error where nothing is known of it
};
[[nodiscard]] std::vector<Template> read_templates(ReadContext& context, const Node& node, Span key,
                                                   const Placeholders& allowed);

// Reads the one curve of a rule with a measure of `type`; asks `map` for all curve keys.
void read_curve(const Form& form, MapReader& map, const Type& type, Rule& rule);

// A literal of `kind` in the kind's base unit, or nothing after a finding.
struct Literal {
    Target::Form form = Target::Form::Exactly;
    double low = 0;
    double high = 0;
    Display display;
};
// How a person wrote the literal.
[[nodiscard]] Display display_of(const AstNode& literal);
[[nodiscard]] std::optional<Literal> read_literal(const Form& form, const Node& node, Span key,
                                                  Kind kind);
// The same where one value is meant: no range, no `or more`.
[[nodiscard]] std::optional<Literal> read_single_literal(const Form& form, const Node& node,
                                                         Span key, Kind kind);

}  // namespace colonnade::dsl
