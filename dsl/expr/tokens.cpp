// SPDX-License-Identifier: Apache-2.0
#include "dsl/expr/tokens.hpp"

#include <algorithm>
#include <array>

namespace colonnade::dsl {
namespace {

// Longer ones first.
constexpr auto Signs = std::to_array<std::string_view>(
    {"===", "...", "==", "!=", "<>", "<=", ">=", "=>", "=<", "&&", "||", "..", "–", "—",
     "≥",   "≤",   "≠",  "…",  "×",  "“",  "”",  "„",  "‘",  "’",  "‚",  "«",  "»"});
constexpr auto Opening = std::to_array<std::string_view>({"'", "“", "„", "‘", "‚", "«"});
constexpr auto Closing = std::to_array<std::string_view>({"'", "”", "“", "’", "‘", "»", "\""});

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    std::vector<Token> scan() {
        std::vector<Token> tokens;
        std::size_t last_end = 0;
        while (at_ < text_.size()) {
            if (is_blank(text_[at_])) {
                ++at_;
                continue;
            }
            auto token = next();
            token.glued = !tokens.empty() && token.span.begin == last_end;
            last_end = at_;
            tokens.push_back(token);
        }
        return tokens;
    }

private:
    Token next() {
        if (is_digit(text_[at_])) return made(Token::Kind::Number, end_of_number());
        if (text_[at_] == '"') {
            const auto close = text_.find('"', at_ + 1);
            return made(Token::Kind::Text, close == text_.npos ? text_.size() : close + 1);
        }
        if (const auto* open = starting(Opening); open != nullptr) {
            for (auto end = at_ + open->size(); end < text_.size(); ++end) {
                if (const auto* close = starting(Closing, end); close != nullptr)
                    return quoted(at_ + open->size(), end, end + close->size());
            }
        }
        if (const auto* sign = starting(Signs); sign != nullptr)
            return made(Token::Kind::Sign, at_ + sign->size());
        if (!is_word_byte(text_[at_])) return made(Token::Kind::Sign, at_ + 1);
        auto end = at_ + 1;
        while (end < text_.size() && is_word_byte(text_[end]) && starting(Signs, end) == nullptr)
            ++end;
        return made(Token::Kind::Word, end);
    }

    std::size_t end_of_number() const {
        auto end = at_;
        const auto digit = [&](std::size_t i) { return i < text_.size() && is_digit(text_[i]); };
        while (digit(end) || (text_.substr(end).starts_with('.') && digit(end + 1)))
            ++end;
        return end;
    }

    template <std::size_t size>
    const std::string_view* starting(const std::array<std::string_view, size>& known,
                                     std::size_t at) const {
        const auto rest = text_.substr(at);
        const auto found = std::find_if(known.begin(), known.end(),
                                        [&](auto sign) { return rest.starts_with(sign); });
        return found == known.end() ? nullptr : &*found;
    }
    template <std::size_t size>
    const std::string_view* starting(const std::array<std::string_view, size>& known) const {
        return starting(known, at_);
    }

    Token made(Token::Kind kind, std::size_t end) {
        const Span span{static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
        at_ = end;
        return {kind, span, text_.substr(span.begin, end - span.begin), false};
    }

    Token quoted(std::size_t begin, std::size_t end, std::size_t after) {
        auto token = made(Token::Kind::Quoted, after);
        token.text = text_.substr(begin, end - begin);
        return token;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

std::vector<Token> tokens_of(std::string_view text) {
    return Scanner(text).scan();
}

}  // namespace colonnade::dsl
