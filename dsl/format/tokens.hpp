// SPDX-License-Identifier: Apache-2.0
// A YAML text as tokens with nothing but white space between them, comments included. Laying a file
// out changes that white space and no token. The tree, which knows where its scalars stand, tells
// what is a token.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "dsl/yaml/tree.hpp"

namespace colonnade::dsl {

// Blanks by which a map or list stands further in than what holds it.
inline constexpr std::size_t IndentWidth = 2;

enum class YamlTokenKind {
    Marker,  // `---` or `...`
    Key,     // of a map in block style
    Colon,
    Dash,
    Plain,    // a scalar without quotes, perhaps over several lines
    Quoted,   // with its quotes
    Sign,     // `|` or `>` and what belongs to it
    Content,  // the lines below a sign
    Open,     // `{` or `[`
    Close,
    Comma,
    Comment,  // without the blanks at its end
};

// A map or list in block style: the column in which its keys or dashes stand, and the one in which
// they will stand.
struct Level {
    std::optional<std::size_t> outer;  // index of the level that holds it
    std::size_t column = 0;
    std::size_t indent = 0;
};

struct YamlToken {
    YamlTokenKind kind = YamlTokenKind::Comment;
    std::size_t begin = 0;
    std::size_t end = 0;
    // The column it will have where it is the first of a line, and that of its further lines.
    // A comment in block style has none: it follows its neighbours.
    std::optional<std::size_t> indent;
    std::optional<std::size_t> level;  // the innermost in which it stands
    std::size_t column = 0;            // of a content: where its lines start
};

// A map in braces that is the value of a key in block style.
struct BracedMap {
    const Node* owner = nullptr;  // the map that has the key
    const Entry* entry = nullptr;
    std::size_t first = 0;  // its tokens: from `{` to `}`
    std::size_t last = 0;
};

struct YamlTokens {
    std::vector<YamlToken> all;
    std::vector<Level> levels;
    std::vector<BracedMap> braced;
};

// Where a form of YAML stands that the tree does not tell of, such as `? key`.
struct Stuck {
    std::size_t at = 0;
};

// `text` has no carriage returns, and `root`, which must outlive the tokens, was read from it
// without findings.
[[nodiscard]] std::variant<YamlTokens, Stuck> tokenize(std::string_view text, const Node& root);

}  // namespace colonnade::dsl
