// SPDX-License-Identifier: Apache-2.0
// The kinds of values that facts, functions and expressions have. A kind is a meaning with a unit;
// whatever its kind, a value that is no text or list is one double in the kind's base unit.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/types/texts.hpp"

namespace colonnade::dsl {

enum class Kind {
    Error,     // something was wrong and has been reported: silent from here on
    YesNo,     // 0 or 1
    Number,    // counts too
    Share,     // 0.6 is 60%
    Duration,  // seconds
    Rate,      // per second
    Date,      // seconds since 1970-01-01 UTC, a midnight
    Time,      // seconds since 1970-01-01 UTC
    Text,
    Category,  // index into the category's values
    List,
    Words,  // a word list of the rulebook; arguments only
};

[[nodiscard]] std::string_view text_of(Kind kind);

// "a number", "a yes/no", "an error": for sentences.
[[nodiscard]] std::string with_article(Kind kind);

// Kinds of which there is more or less: number, share, duration, rate. `0` fits all of them.
[[nodiscard]] bool is_amount(Kind kind);

// The kind named so in a schema file, or Error.
[[nodiscard]] Kind kind_named(std::string_view name);

// A closed set of names, ordered or not.
struct Category {
    std::vector<std::string> values;
    std::vector<Texts> titles;  // one per value; empty texts where the author gave none
    bool ordered = false;

    // Index of `value`, or -1.
    [[nodiscard]] int index_of(std::string_view value) const;
};

struct Type {
    Kind kind = Kind::Error;
    std::shared_ptr<const Category> category = {};  // Kind::Category only

    [[nodiscard]] bool is(Kind other) const { return kind == other; }
    [[nodiscard]] bool is_moment() const { return kind == Kind::Date || kind == Kind::Time; }
    [[nodiscard]] bool is_error() const { return kind == Kind::Error; }
};

}  // namespace colonnade::dsl
