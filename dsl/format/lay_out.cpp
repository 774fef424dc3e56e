// SPDX-License-Identifier: Apache-2.0
#include "dsl/format/lay_out.hpp"

#include <algorithm>

#include "dsl/format/lines.hpp"

namespace colonnade::dsl {
namespace {

class Layout {
public:
    Layout(std::string_view text, const YamlTokens& tokens) : text_(text), tokens_(tokens) {}

    std::vector<Edit> edits() {
        std::size_t end = 0;
        for (std::size_t i = 0; i < tokens_.all.size(); ++i) {
            const auto& token = tokens_.all[i];
            replace(end, token.begin, gap_before(i, text_.substr(end, token.begin - end)));
            lay_out_lines(token);
            end = token.end;
        }
        replace(end, text_.size(), tokens_.all.empty() ? "" : "\n");
        return std::move(edits_);
    }

private:
    void replace(std::size_t begin, std::size_t end, std::string text) {
        if (text_.substr(begin, end - begin) == text) return;
        edits_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                          std::move(text)});
    }

    std::string gap_before(std::size_t index, std::string_view gap) const {
        const auto& token = tokens_.all[index];
        if (token.kind == YamlTokenKind::Content) return "\n";
        if (index == 0) return std::string(indent_of(index), ' ');
        const auto breaks = std::count(gap.begin(), gap.end(), '\n');
        if (breaks == 0)
            return std::string(blanks(tokens_.all[index - 1].kind, token.kind, gap), ' ');
        return (breaks == 1 ? "\n" : "\n\n") + std::string(indent_of(index), ' ');
    }

    // Between two tokens of one line.
    static std::size_t blanks(YamlTokenKind before, YamlTokenKind kind, std::string_view gap) {
        // One blank between a value and `#` may be a slip, which more blanks would hide.
        if (kind == YamlTokenKind::Comment)
            return std::max<std::size_t>(gap.size(), before == YamlTokenKind::Plain ? 1 : 2);
        if (before == YamlTokenKind::Colon) return 1;
        const bool close = kind == YamlTokenKind::Colon || kind == YamlTokenKind::Comma ||
                           kind == YamlTokenKind::Close || before == YamlTokenKind::Open;
        return close ? 0 : 1;
    }

    // The column of a token that begins a line.
    std::size_t indent_of(std::size_t index) const {
        const auto& token = tokens_.all[index];
        if (token.indent) return *token.indent;
        const auto next = std::find_if(
            tokens_.all.begin() + static_cast<std::ptrdiff_t>(index), tokens_.all.end(),
            [](const YamlToken& other) { return other.kind != YamlTokenKind::Comment; });
        const auto least = next == tokens_.all.end() ? 0 : next->indent.value_or(0);
        return std::max(least, indent_by_column(token));
    }

    // A comment belongs to the innermost map or list before it in whose column or further in it
    // stands; one that stands further out belongs to what follows.
    std::size_t indent_by_column(const YamlToken& comment) const {
        const auto line_break = text_.substr(0, comment.begin).rfind('\n');
        const auto column = comment.begin - (line_break == text_.npos ? 0 : line_break + 1);
        for (auto level = comment.level; level; level = tokens_.levels[*level].outer) {
            const auto& place = tokens_.levels[*level];
            if (place.column <= column) return place.indent;
        }
        return 0;
    }

    // The start of each further line of a token that goes over several.
    void lay_out_lines(const YamlToken& token) {
        if (token.kind == YamlTokenKind::Content) {
            for (auto line = line_at(text_, token.begin); line && line->begin < token.end;
                 line = line_at(text_, line->next))
                shift(*line, std::min(line->indent, token.column), *token.indent);
        } else if (token.kind == YamlTokenKind::Plain || token.kind == YamlTokenKind::Quoted) {
            const auto line_break = std::min(text_.find('\n', token.begin), token.end);
            for (auto line = line_at(text_, line_break + 1); line && line->begin < token.end;
                 line = line_at(text_, line->next))
                shift(*line, line->indent, *token.indent);
        }
    }

    void shift(const Line& line, std::size_t blanks, std::size_t indent) {
        const bool empty = line.begin + blanks == line.end;
        replace(line.begin, line.begin + blanks, std::string(empty ? 0 : indent, ' '));
    }

    std::string_view text_;
    const YamlTokens& tokens_;
    std::vector<Edit> edits_;
};

}  // namespace

std::vector<Edit> lay_out(std::string_view text, const YamlTokens& tokens) {
    return Layout(text, tokens).edits();
}

}  // namespace colonnade::dsl
