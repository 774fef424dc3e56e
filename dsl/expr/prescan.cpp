// SPDX-License-Identifier: Apache-2.0
#include "dsl/expr/prescan.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace colonnade::dsl {
namespace {

bool is_name_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// What the grammar skips between words; a quoted scalar can bring all of it.
bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
    while (at < text.size() && is_name_char(text[at]))
        ++at;
    return at;
}

std::size_t end_of_quoted(std::string_view text, std::size_t at) {
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\') ++at;
    }
    return at < text.size() ? at + 1 : text.size();
}

SyntaxProblem too_deep(std::size_t at) {
    const auto offset = static_cast<std::uint32_t>(at);
    return {true,
            {offset, offset + 1},
            fmt::format("nested deeper than {} levels", MostExpressionDepth),
            "give parts of it a name under `define`"};
}

}  // namespace

std::optional<SyntaxProblem> prescan(std::string_view text) {
    if (text.size() > MostExpressionBytes) {
        return SyntaxProblem{true,
                             {0, 1},
                             fmt::format("an expression of {} bytes, more than {}", text.size(),
                                         MostExpressionBytes),
                             "give parts of it a name under `define`"};
    }
    std::size_t open = 0;      // brackets and `if`s, both recursive
    std::size_t prefixes = 0;  // a run of `not` and `-`
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        const auto start = i;
        if (c == '"') {
            i = end_of_quoted(text, i);
            prefixes = 0;
        } else if (is_name_char(c)) {
            i = end_of_word(text, i);
            const auto word = text.substr(start, i - start);
            if (word == "if") ++open;
            prefixes = word == "not" ? prefixes + 1 : 0;
        } else {
            ++i;
            if (c == '(') ++open;
            if (c == ')' && open > 0) --open;
            if (c == '-') ++prefixes;
            if (c != '-' && !is_blank(c)) prefixes = 0;
        }
        if (open + prefixes > MostExpressionDepth) return too_deep(start);
    }
    return std::nullopt;
}

std::size_t depth_of(const Ast& ast) {
    std::vector<std::size_t> depth(ast.nodes.size(), 1);
    for (std::size_t i = 0; i < ast.nodes.size(); ++i) {
        for (const int arg : ast.nodes[i].args) {
            depth[i] = std::max(depth[i], depth[static_cast<std::size_t>(arg)] + 1);
        }
    }
    return ast.root < 0 ? 0 : depth[static_cast<std::size_t>(ast.root)];
}

std::optional<SyntaxProblem> check_size(const Ast& ast, std::string_view text) {
    // No tree is deeper than it has parts.
    const bool is_small = ast.nodes.size() <= MostExpressionDepth;
    if (is_small ||
        (ast.nodes.size() <= MostExpressionNodes && depth_of(ast) <= MostExpressionDepth))
        return std::nullopt;
    return SyntaxProblem{true,
                         {0, static_cast<std::uint32_t>(text.size())},
                         fmt::format("an expression of more than {} parts or {} levels",
                                     MostExpressionNodes, MostExpressionDepth),
                         "give parts of it a name under `define`"};
}

}  // namespace colonnade::dsl
