// SPDX-License-Identifier: Apache-2.0
#include "dsl/format/rewrite.hpp"

#include <algorithm>
#include <string>

#include "dsl/format/other_than_text.hpp"

namespace colonnade::dsl {
namespace {

using Languages = std::vector<std::string>;

// Those that the file lists. One that lists none (a word list, a test) has the usual ones.
Languages languages_of(const Node& root) {
    const auto* listed = root.find("languages");
    if (listed == nullptr || listed->items.empty()) return {"de", "en"};
    Languages languages;
    for (const auto& item : listed->items)
        languages.push_back(item.text);
    return languages;
}

bool is_language(const Node& key, const Languages& languages) {
    return std::find(languages.begin(), languages.end(), key.text) != languages.end();
}

class Rewriter {
public:
    Rewriter(std::string_view text, const Node& root, const YamlTokens& tokens)
        : text_(text),
          languages_(languages_of(root)),
          tokens_(tokens.all),
          levels_(tokens.levels) {}

    // As deep as the reader lets a file be.
    // NOLINTNEXTLINE(misc-no-recursion)
    void quote_texts(const Node& node) {
        for (const auto& item : node.items)
            quote_texts(item);
        for (const auto& [key, value] : node.entries) {
            quote_texts(value);
            if (value.quoted || !value.verbatim || !is_language(key, languages_)) continue;
            if (!is_other_than_text(value.text)) continue;
            replace(value.span.begin, value.span.begin, "\"");
            replace(value.span.end, value.span.end, "\"");
        }
    }

    void unfold(const BracedMap& map) {
        if (!wants_lines(map.entry->value) || !can_have_lines(map)) return;
        const auto& colon = tokens_[map.first - 1];
        const auto& close = tokens_[map.last];
        const auto column = levels_[*tokens_[map.first].level].column + IndentWidth;
        const auto new_line = "\n" + std::string(column, ' ');
        const auto comment = comment_behind(map.last);
        replace(colon.end, tokens_[map.first + 1].begin, comment + new_line);
        auto tail = map.last - 1;
        if (tokens_[tail].kind == YamlTokenKind::Comma) --tail;
        break_at_commas(map.first + 1, tail, new_line);
        replace(tokens_[tail].end, comment.empty() ? close.end : tokens_[map.last + 1].end, "");
    }

    [[nodiscard]] std::vector<Edit> take_edits() { return std::move(edits_); }

private:
    void replace(std::size_t begin, std::size_t end, std::string text) {
        edits_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                          std::move(text)});
    }

    // What stands further in goes on in one line.
    void break_at_commas(std::size_t first, std::size_t last, const std::string& new_line) {
        std::size_t depth = 0;
        for (auto i = first; i < last; ++i) {
            if (tokens_[i].kind == YamlTokenKind::Open) ++depth;
            if (tokens_[i].kind == YamlTokenKind::Close) --depth;
            if (tokens_[i].kind == YamlTokenKind::Comma && depth == 0) {
                replace(tokens_[i].begin, tokens_[i + 1].begin, new_line);
            } else if (gap_before(i + 1).find('\n') != std::string_view::npos) {
                replace(tokens_[i].end, tokens_[i + 1].begin, " ");
            }
        }
    }

    [[nodiscard]] std::string_view gap_before(std::size_t index) const {
        const auto end = tokens_[index - 1].end;
        return text_.substr(end, tokens_[index].begin - end);
    }

    // Texts, and what holds texts, such as rules; a curve or a test's facts may stay in a line.
    // As deep as the reader lets a file be.
    [[nodiscard]] bool wants_lines(const Node& map) const {  // NOLINT(misc-no-recursion)
        for (const auto& [key, value] : map.entries) {
            if (is_language(key, languages_) || wants_lines(value)) return true;
        }
        return false;
    }

    // A key without a value was cut by a comma, which is easier to explain where it stands.
    [[nodiscard]] bool can_have_lines(const BracedMap& map) const {
        const auto& entries = map.entry->value.entries;
        const bool cut = std::any_of(entries.begin(), entries.end(), [](const Entry& entry) {
            return entry.value.kind == NodeKind::Empty;
        });
        const auto first = tokens_.begin() + static_cast<std::ptrdiff_t>(map.first);
        const auto last = tokens_.begin() + static_cast<std::ptrdiff_t>(map.last);
        return !cut && std::none_of(first, last, [&](const YamlToken& token) {
            const auto written = text_.substr(token.begin, token.end - token.begin);
            return token.kind == YamlTokenKind::Comment || written.find('\n') != written.npos;
        });
    }

    // A comment in the line of a closing brace, with blanks before it. It moves to the key's line.
    [[nodiscard]] std::string comment_behind(std::size_t close) const {
        if (close + 1 == tokens_.size() || tokens_[close + 1].kind != YamlTokenKind::Comment)
            return "";
        if (gap_before(close + 1).find('\n') != std::string_view::npos) return "";
        const auto& comment = tokens_[close + 1];
        return "  " + std::string(text_.substr(comment.begin, comment.end - comment.begin));
    }

    std::string_view text_;
    Languages languages_;
    const std::vector<YamlToken>& tokens_;
    const std::vector<Level>& levels_;
    std::vector<Edit> edits_;
};

}  // namespace

std::vector<Edit> rewrite(std::string_view text, const Node& root, const YamlTokens& tokens) {
    Rewriter rewriter(text, root, tokens);
    rewriter.quote_texts(root);
    for (const auto& map : tokens.braced)
        rewriter.unfold(map);
    return rewriter.take_edits();
}

}  // namespace colonnade::dsl
