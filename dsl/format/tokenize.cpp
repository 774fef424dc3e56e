// SPDX-License-Identifier: Apache-2.0
// Follows the tree through the text. Whatever stands where the tree does not expect it ends the
// walk: better not laid out than laid out wrongly. The recursion is as deep as the reader lets a
// file be.
#include <algorithm>

#include "dsl/format/block_scalar.hpp"
#include "dsl/format/tokens.hpp"
#include "dsl/yaml/scalar_span.hpp"

namespace colonnade::dsl {
namespace {

constexpr std::string_view White = " \t\n";

bool is_white(char c) {
    return White.find(c) != std::string_view::npos;
}

// Where the plain scalar with this text ends. Its letters are those of the source; only white space
// differs, where it goes over several lines.
std::size_t end_of_plain(std::string_view source, std::size_t begin, std::string_view text) {
    auto letters =
        text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_white));
    std::size_t end = begin;
    for (; letters > 0 && end < source.size(); ++end) {
        if (!is_white(source[end])) --letters;
    }
    return end;
}

// The length of a word for nothing at `at`, 0 where there is none.
std::size_t null_word(std::string_view text, std::size_t at) {
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
        if (text.substr(at, word.size()) != word) continue;
        const auto end = at + word.size();
        const auto next = text.find_first_not_of(" \t", end);
        if (next == text.npos || (text[next] == '#' && next > end) ||
            std::string_view("\n,]}").find(text[next]) != std::string_view::npos)
            return word.size();
    }
    return 0;
}

// NOLINTNEXTLINE(misc-no-recursion)
void collect_scalars(const Node& node, std::vector<const Node*>& scalars) {
    if (node.kind == NodeKind::Scalar) scalars.push_back(&node);
    for (const auto& item : node.items)
        collect_scalars(item, scalars);
    for (const auto& entry : node.entries) {
        collect_scalars(entry.key, scalars);
        collect_scalars(entry.value, scalars);
    }
}

class Tokenizer {
public:
    explicit Tokenizer(std::string_view text) : text_(text) {}

    bool run(const Node& root) {
        skip_gap();
        if (!take_start() || !take_value(root, {})) return false;
        skip_gap();
        if (is_marker("...")) take(YamlTokenKind::Marker, 3, 0);
        skip_gap();
        return at_ == text_.size();
    }

    [[nodiscard]] YamlTokens take_tokens() { return std::move(tokens_); }
    [[nodiscard]] std::size_t at() const { return at_; }

private:
    // What holds a value.
    struct Holder {
        std::optional<std::size_t> level = {};
        bool is_key = false;
    };

    char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    std::size_t column() const {
        const auto line_break = text_.substr(0, at_).rfind('\n');
        return line_break == text_.npos ? at_ : at_ - line_break - 1;
    }

    bool is_marker(std::string_view marker) const {
        return column() == 0 && text_.substr(at_, 3) == marker &&
               (at_ + 3 == text_.size() || is_white(text_[at_ + 3]));
    }

    // Where a value of `holder` stands that begins a line.
    std::size_t inner_indent(const Holder& holder) const {
        return holder.level ? tokens_.levels[*holder.level].indent + IndentWidth : 0;
    }

    void take(YamlTokenKind kind, std::size_t size, std::optional<std::size_t> indent) {
        tokens_.all.push_back({kind, at_, at_ + size, indent, level_, 0});
        at_ += size;
    }

    void take_comment(std::optional<std::size_t> indent) {
        const auto line = text_.substr(at_, text_.find('\n', at_) - at_);
        take(YamlTokenKind::Comment, line.find_last_not_of(" \t") + 1, indent);
    }

    void skip(std::string_view white) {
        at_ = std::min(text_.find_first_not_of(white, at_), text_.size());
    }

    void skip_gap(std::optional<std::size_t> indent = {}) {
        for (skip(White); here() == '#'; skip(White))
            take_comment(indent);
    }

    // Content in the line of `---` would be the only one whose place depends on it.
    bool take_start() {
        if (!is_marker("---")) return true;
        take(YamlTokenKind::Marker, 3, 0);
        skip(" \t");
        return at_ == text_.size() || here() == '\n' || here() == '#';
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    bool take_value(const Node& node, const Holder& holder) {
        if (node.kind == NodeKind::Empty) return take_nothing(holder);
        skip_gap();
        if (node.kind == NodeKind::Scalar) return take_scalar(node, holder);
        if (here() == '{' || here() == '[') return take_flow(node, holder);
        tokens_.levels.push_back({holder.level, column(), inner_indent(holder)});
        const auto level = tokens_.levels.size() - 1;
        return node.kind == NodeKind::Map ? take_map(node, level) : take_list(node, level);
    }

    bool take_nothing(const Holder& holder) {
        const auto next = text_.find_first_not_of(White, at_);
        if (next == text_.npos || null_word(text_, next) == 0) return true;
        skip(White);
        take(YamlTokenKind::Plain, null_word(text_, at_), inner_indent(holder));
        return true;
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    bool take_map(const Node& map, std::size_t level) {
        for (const auto& entry : map.entries) {
            skip_gap();
            level_ = level;
            if (!stands_here(entry.key)) return false;
            take(YamlTokenKind::Key, length_of(entry.key), tokens_.levels[level].indent);
            skip(" \t");
            if (here() != ':') return false;
            take(YamlTokenKind::Colon, 1, {});
            const auto first = tokens_.all.size();
            if (!take_value(entry.value, {level, true})) return false;
            note_braces(map, entry, first);
        }
        return true;
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    bool take_list(const Node& list, std::size_t level) {
        for (const auto& item : list.items) {
            skip_gap();
            level_ = level;
            if (here() != '-') return false;
            take(YamlTokenKind::Dash, 1, tokens_.levels[level].indent);
            if (!take_value(item, {level, false})) return false;
        }
        return true;
    }

    void note_braces(const Node& map, const Entry& entry, std::size_t first) {
        const auto& all = tokens_.all;
        if (entry.value.kind == NodeKind::Map && all[first].kind == YamlTokenKind::Open)
            tokens_.braced.push_back({&map, &entry, first, all.size() - 1});
    }

    bool stands_here(const Node& scalar) const {
        const bool quote = here() == '"' || here() == '\'';
        return scalar.kind == NodeKind::Scalar && scalar.quoted == quote &&
               scalar.span.begin == at_ + (quote ? 1 : 0);
    }

    // Of a scalar that stands here and is no block.
    std::size_t length_of(const Node& scalar) const {
        if (scalar.quoted) return closing_quote(text_, at_ + 1, here()) + 1 - at_;
        return end_of_plain(text_, at_, scalar.text) - at_;
    }

    void take_in_line(const Node& scalar, std::size_t indent) {
        take(scalar.quoted ? YamlTokenKind::Quoted : YamlTokenKind::Plain, length_of(scalar),
             indent);
    }

    bool take_scalar(const Node& scalar, const Holder& holder) {
        if (scalar.quoted && (here() == '|' || here() == '>')) return take_block(holder);
        if (!stands_here(scalar)) return false;
        take_in_line(scalar, inner_indent(holder));
        return true;
    }

    bool take_block(const Holder& holder) {
        if (!holder.level) return false;
        const auto level = tokens_.levels[*holder.level];
        const auto block = locate_block(text_, at_, level.column);
        take(YamlTokenKind::Sign, block.sign, inner_indent(holder));
        skip(" \t");
        if (here() == '#') take_comment({});
        if (block.begin == block.end) return true;
        at_ = block.begin;
        take(YamlTokenKind::Content, block.end - block.begin,
             level.indent + block.width.value_or(IndentWidth));
        tokens_.all.back().column = block.column;
        return true;
    }

    struct Flow {
        std::size_t outside;  // where the first bracket stands if it begins a line
        std::size_t base;     // where the last bracket stands if it begins a line
        std::size_t depth = 0;

        [[nodiscard]] std::size_t indent() const { return base + depth * IndentWidth; }
    };

    // A last bracket that begins a line stands below the key in whose line the first one is.
    bool take_flow(const Node& node, const Holder& holder) {
        const auto outside = inner_indent(holder);
        const auto gap = tokens_.all.empty() ? 0 : tokens_.all.back().end;
        const bool begins_line = text_.substr(gap, at_ - gap).find('\n') != text_.npos;
        Flow flow{outside, holder.is_key && !begins_line ? outside - IndentWidth : outside};
        std::vector<const Node*> scalars;
        collect_scalars(node, scalars);
        auto scalar = scalars.begin();
        do {
            skip_gap(flow.indent());
            if (scalar != scalars.end() && stands_here(**scalar)) {
                take_in_line(**scalar++, flow.indent());
            } else if (!take_sign(flow)) {
                return false;
            }
        } while (flow.depth > 0);
        return scalar == scalars.end();
    }

    bool take_sign(Flow& flow) {
        switch (here()) {
            case '{':
            case '[':
                take(YamlTokenKind::Open, 1, flow.depth == 0 ? flow.outside : flow.indent());
                ++flow.depth;
                return true;
            case '}':
            case ']':
                --flow.depth;
                take(YamlTokenKind::Close, 1, flow.indent());
                return true;
            case ',':
            case ':':
                take(here() == ',' ? YamlTokenKind::Comma : YamlTokenKind::Colon, 1, flow.indent());
                return true;
            default:
                const auto size = null_word(text_, at_);
                if (size > 0) take(YamlTokenKind::Plain, size, flow.indent());
                return size > 0;
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    YamlTokens tokens_;
    std::optional<std::size_t> level_;
};

}  // namespace

std::variant<YamlTokens, Stuck> tokenize(std::string_view text, const Node& root) {
    Tokenizer tokenizer(text);
    if (!tokenizer.run(root)) return Stuck{tokenizer.at()};
    return tokenizer.take_tokens();
}

}  // namespace colonnade::dsl
