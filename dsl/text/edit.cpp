// SPDX-License-Identifier: Apache-2.0
#include "dsl/text/edit.hpp"

#include <algorithm>

namespace colonnade::dsl {

std::string apply_edits(std::string_view text, std::vector<Edit> edits) {
    std::stable_sort(edits.begin(), edits.end(),
                     [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
    std::string out;
    std::size_t done = 0;
    for (const auto& edit : edits) {
        const auto begin = std::min<std::size_t>(edit.span.begin, text.size());
        if (begin < done) continue;
        out += text.substr(done, begin - done);
        out += edit.text;
        done = std::clamp<std::size_t>(edit.span.end, begin, text.size());
    }
    out += text.substr(done);
    return out;
}

}  // namespace colonnade::dsl
