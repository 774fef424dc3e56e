// SPDX-License-Identifier: Apache-2.0
#include "dsl/text/source.hpp"

#include <algorithm>

#include "dsl/text/unicode.hpp"

namespace colonnade::dsl {

Source::Source(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)) {
    if (text_.starts_with(ByteOrderMark)) text_.erase(0, ByteOrderMark.size());
    line_starts_.push_back(0);
    for (std::uint32_t i = 0; i < text_.size(); ++i) {
        if (text_[i] == '\n') line_starts_.push_back(i + 1);
    }
}

std::string_view Source::text(Span span) const {
    const auto size = static_cast<std::uint32_t>(text_.size());
    const auto begin = std::min(span.begin, size);
    const auto end = std::clamp(span.end, begin, size);
    return std::string_view(text_).substr(begin, end - begin);
}

Place Source::place(std::uint32_t offset) const {
    offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    const auto line = static_cast<std::uint32_t>(after - line_starts_.begin());
    const auto before = text({line_starts_[line - 1], offset});
    return {line, static_cast<std::uint32_t>(code_point_count(before)) + 1};
}

std::string_view Source::line(std::uint32_t line) const {
    if (line == 0 || line > line_starts_.size()) return {};
    const auto begin = line_starts_[line - 1];
    const auto end =
        line < line_starts_.size() ? line_starts_[line] : static_cast<std::uint32_t>(text_.size());
    auto result = text({begin, end});
    while (!result.empty() && (result.back() == '\n' || result.back() == '\r'))
        result.remove_suffix(1);
    return result;
}

std::uint32_t Source::line_start(std::uint32_t line) const {
    if (line == 0) return 0;
    return line <= line_starts_.size() ? line_starts_[line - 1]
                                       : static_cast<std::uint32_t>(text_.size());
}

}  // namespace colonnade::dsl
