// SPDX-License-Identifier: Apache-2.0
#include "dsl/analyse/blocks.hpp"

#include <algorithm>

namespace colonnade::dsl {

Blocks::Blocks(const Source& source) {
    struct Open {
        std::size_t block;
        std::size_t indent;
    };
    std::vector<Open> open;
    std::uint32_t said = 0;
    const auto close = [&](std::size_t indent) {
        for (; !open.empty() && open.back().indent >= indent; open.pop_back())
            blocks_[open.back().block].last = said;
    };
    const auto lines = source.place(static_cast<std::uint32_t>(source.text().size())).line;
    for (std::uint32_t line = 1; line <= lines; ++line) {
        const auto text = source.line(line);
        const auto letter = text.find_first_not_of(" \t");
        if (letter == text.npos || text[letter] == '#') continue;
        const auto indent = std::min(text.find_first_not_of(' '), text.size());
        close(indent);
        open.push_back({blocks_.size(), indent});
        blocks_.push_back({line, line});
        said = line;
    }
    close(0);
}

LineRange Blocks::below(std::uint32_t line) const {
    const auto found =
        std::upper_bound(blocks_.begin(), blocks_.end(), line,
                         [](std::uint32_t at, const LineRange& block) { return at < block.first; });
    return found == blocks_.end() ? LineRange{line + 1, line + 1} : *found;
}

}  // namespace colonnade::dsl
