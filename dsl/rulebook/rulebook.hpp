// SPDX-License-Identifier: Apache-2.0
// A checked rulebook: every name known, every type right. What the engine compiles.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dsl/check/typed.hpp"
#include "dsl/expr/parse.hpp"
#include "dsl/rulebook/curve.hpp"
#include "dsl/rulebook/word_list.hpp"
#include "dsl/types/texts.hpp"

namespace colonnade::dsl {

// One piece of a text: words, or a placeholder.
struct TemplatePart {
    enum class What { Words, Value, Target, Missing, Gain, Node };
    What what = What::Words;
    std::string words;     // as the author wrote it, a placeholder with its `<` and `>`
    int node = -1;         // What::Node: a define or a fact
    std::string singular;  // `<missing post|posts>`: the word after the number, by its form
    std::string plural;
};

struct Template {
    std::string language;
    std::vector<TemplatePart> parts;
};

struct Because {
    Texts text;
    std::string source;
    std::string evidence;  // official, study, practice, opinion, or empty
};

enum class UnknownPolicy { Skip, None };

struct Rule {
    std::string id;
    Texts title;
    double points = 0;
    bool is_pass = false;  // `pass:` rather than `measure:`
    int measure = -1;      // a yes/no for pass
    int written = -1;      // the measure's text, among the texts of the nodes
    Curve curve;
    int condition = -1;          // `if:`, or -1
    int condition_written = -1;  // its text
    UnknownPolicy unknown = UnknownPolicy::Skip;
    std::optional<double> cap;  // share of the pillar while a pass fails
    std::vector<Template> tip;  // one per language, or none
    Effort effort{60, Effort::Per::Once};
    bool has_effort = false;
    Because because;
    std::optional<std::int64_t> from;   // first day in force, seconds
    std::optional<std::int64_t> until;  // last day in force
    Span span;                          // of its id
};

struct Pillar {
    std::string id;
    Texts title;
    double weight = 0;
    std::vector<Rule> rules;
    Span span;
};

struct Rating {
    std::string id;
    double from = 0;  // share of what can be reached
    std::string colour;
    std::string sign;
    Texts title;
};

struct Caution {
    std::string id;
    Texts title;
    int when = -1;
    int value = -1;  // `<value>`: the left side of `when`
    Display display;
    std::vector<Template> text;
};

struct Define {
    std::string name;
    int node = -1;         // a value, or a ListValue
    int written = -1;      // its text, among the texts of the nodes
    bool is_used = false;  // an expression or a text names it
};

struct Rulebook {
    std::vector<std::shared_ptr<const Source>> sources;  // by the `file` of a span
    std::string id;
    std::string edition;
    std::string schema;
    std::vector<std::string> plugins;
    std::vector<std::string> languages;
    double horizon = 12 * 604'800.0;  // seconds over which an effort per week is counted
    Texts title;
    Texts note;
    std::vector<Rating> ratings;  // ascending by `from`
    std::vector<WordList> lists;
    TypedNodes nodes;
    std::vector<Define> defines;
    std::vector<Pillar> pillars;
    std::vector<Caution> cautions;
};

}  // namespace colonnade::dsl
