// SPDX-License-Identifier: Apache-2.0
// The keys of each kind of map as data: readers ask for keys through these tables, and what tells
// an editor about a file (JSON Schema) is made from them, so that the two cannot drift apart.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace colonnade::dsl {

// What stands under a key. Everything up to `Expression` is written as one text.
enum class Shape {
    Version,     // of the language
    Id,          // [a-z][a-z0-9-]*
    Text,        // any
    Number,      // from 0 on
    TrueFalse,   //
    Choice,      // one of `choices`
    Share,       // 0% to 100%
    Duration,    //
    Literal,     // of the kind that the measure or the fact has
    Target,      // a literal, a range, `5 or more`
    Effort,      // 30 minutes each
    Date,        // 2026-01-31
    Expression,  //
    Literals,    // one literal, or a list of two
    Points,      // a map from literals to shares
    Texts,       // a text for each language
    TextList,    //
    WordGroups,  // a map from a name to a list of words
    WordLists,   // a map from a name to a list of words or to groups
    Names,       // a map from names to expressions
    Titles,      // a map from names to texts
    TextByText,  // a map from any text to a text
    Map,         // `inner`
    MapOfIds,    // a map from ids to `inner`
    MapOfNames,  // a map from names to `inner`
    // Of tests:
    Amount,        // a literal, a range, `5 or more`, or `unknown`
    Facts,         // a map from facts to values, as the schema has them
    Dates,         // a map from names to dates
    MapOfTexts,    // a map from any text to `inner`
    MapOfResults,  // a map from ids, of rules with a dot too, to an amount, a status or `inner`
};

// Inherited: required, but a rulebook that extends another one has it from there.
enum class Need { Required, Inherited, Optional };

struct KeyTable;

struct Key {
    std::string_view key;
    Need need;
    Shape shape;
    std::string_view meaning;                        // one line, as docs/language.md says it
    std::span<const std::string_view> choices = {};  // Shape::Choice only
    const KeyTable* inner = nullptr;                 // the shapes of maps only
    std::string_view of_type = {};                   // only where the map's `type` is this
};

struct KeyTable {
    enum class Others { None, Languages, Any };  // keys beside those named here

    std::string_view name;  // of the kind of map, for instance "rule"
    std::span<const Key> keys;
    std::span<const std::string_view> one_of = {};  // one of these stands in each such map
    Others others = Others::None;
    // A key that drops the whole map; only of a rulebook that extends another, and alone.
    const Key* dropped_by = nullptr;

    // The row of `key`, or null.
    [[nodiscard]] const Key* find(std::string_view key) const;
};

// A text in each language, and nothing else.
extern const KeyTable TextsKeys;

}  // namespace colonnade::dsl
