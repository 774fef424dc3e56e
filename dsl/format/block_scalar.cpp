// SPDX-License-Identifier: Apache-2.0
#include "dsl/format/block_scalar.hpp"

#include <algorithm>

#include "dsl/format/lines.hpp"

namespace colonnade::dsl {
namespace {

// The column of the first line with letters, or nothing where such a line does not belong to the
// text. Blank lines before it may not be wider than it is.
std::optional<std::size_t> first_column(std::string_view text, std::size_t begin,
                                        std::size_t least) {
    for (auto line = line_at(text, begin); line; line = line_at(text, line->next)) {
        if (!line->is_blank())
            return line->indent >= least ? std::optional(line->indent) : std::nullopt;
        least = std::max(least, line->indent);
    }
    return std::nullopt;
}

}  // namespace

BlockScalar locate_block(std::string_view text, std::size_t at, std::size_t parent) {
    BlockScalar block;
    const auto behind = std::min(text.find_first_not_of("+-0123456789", at + 1), text.size());
    block.sign = behind - at;
    block.begin = block.end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const auto digit = text.find_first_of("0123456789", at);
    if (digit < behind) block.width = static_cast<std::size_t>(text[digit] - '0');
    const auto column =
        block.width ? parent + *block.width : first_column(text, block.begin, parent + 1);
    if (!column) return block;
    block.column = *column;
    for (auto line = line_at(text, block.begin); line; line = line_at(text, line->next)) {
        if (!line->is_blank() && line->indent < *column) break;
        if (!line->is_blank() || line->indent > *column) block.end = line->end;
    }
    return block;
}

}  // namespace colonnade::dsl
