// SPDX-License-Identifier: Apache-2.0
#include "engine/read/json_fault.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <vector>

#include "dsl/text/unicode.hpp"

namespace colonnade::engine {
namespace {

struct JsonFault {
    std::size_t offset;
    std::string message;  // what was found and what was expected
};

using Fault = std::optional<JsonFault>;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// What may come next. In a list that has just begun a value or its end, in an object a key or its
// end.
enum class Next { Value, ValueOrEnd, Key, KeyOrEnd, Colon, CommaOrEnd, Nothing };

class Scanner {
public:
    Scanner(std::string_view text, std::size_t most_depth) : text_(text), most_depth_(most_depth) {}

    Fault run() {
        if (const auto bad = dsl::first_invalid_utf8(text_); bad != std::string_view::npos)
            return fault(bad, fmt::format("the byte {:02X} is not UTF-8",
                                          static_cast<unsigned char>(text_[bad])));
        for (;;) {
            at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
            if (at_ == text_.size())
                return next_ == Next::Nothing ? std::nullopt : unexpected(wanted());
            if (auto wrong = step()) return wrong;
        }
    }

private:
    Fault step() {
        const char c = text_[at_];
        switch (next_) {
            case Next::Nothing:
                return unexpected("nothing more");
            case Next::Colon:
                next_ = Next::Value;
                return take(c == ':', "`:` behind a key");
            case Next::CommaOrEnd:
                if (c == closing()) return close();
                next_ = closing() == '}' ? Next::Key : Next::Value;
                return take(c == ',', closing() == '}' ? "`,` or `}`" : "`,` or `]`");
            case Next::Key:
            case Next::KeyOrEnd:
                if (c == '}' && next_ == Next::KeyOrEnd) return close();
                if (c != '"') return unexpected(wanted());
                next_ = Next::Colon;
                return text();
            default:
                if (c == ']' && next_ == Next::ValueOrEnd) return close();
                return value();
        }
    }

    Fault value() {
        const char c = text_[at_];
        if (c == '{' || c == '[') return open(c);
        next_ = open_.empty() ? Next::Nothing : Next::CommaOrEnd;
        if (c == '"') return text();
        if (c == '-' || is_digit(c)) return number();
        for (const std::string_view word : {"true", "false", "null"}) {
            if (!text_.substr(at_).starts_with(word)) continue;
            at_ += word.size();
            return std::nullopt;
        }
        return unexpected("a value");
    }

    Fault open(char c) {
        if (open_.size() == most_depth_)
            return fault(at_, fmt::format("it is nested deeper than {} levels", most_depth_));
        open_.push_back(c == '{' ? '}' : ']');
        next_ = c == '{' ? Next::KeyOrEnd : Next::ValueOrEnd;
        ++at_;
        return std::nullopt;
    }

    Fault close() {
        open_.pop_back();
        next_ = open_.empty() ? Next::Nothing : Next::CommaOrEnd;
        ++at_;
        return std::nullopt;
    }

    // Stands at the quote that opens it.
    Fault text() {
        const auto begin = at_++;
        for (;;) {
            if (at_ == text_.size()) return fault(begin, "a text begins here and never ends");
            const char c = text_[at_];
            if (c == '"') return ++at_, std::nullopt;
            if (static_cast<unsigned char>(c) < 0x20)
                return fault(at_,
                             fmt::format("found U+{:04X} in a text, expected it as `\\u{:04x}`",
                                         static_cast<unsigned>(c), static_cast<unsigned>(c)));
            if (c != '\\') {
                ++at_;
            } else if (auto wrong = escape()) {
                return wrong;
            }
        }
    }

    // `\n`, or one or two of `\u0041`.
    Fault escape() {
        constexpr std::string_view Half =
            "half of a pair: `\\ud800` to `\\udbff` and `\\udc00` to "
            "`\\udfff` stand together";
        const auto begin = at_;
        const char sign = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
        at_ += 2;
        if (std::string_view("\"\\/bfnrt").find(sign) != std::string_view::npos)
            return std::nullopt;
        const auto first = sign == 'u' ? hex() : std::nullopt;
        if (!first) return fault(begin, "a `\\` that is no escape, expected one such as `\\n`");
        if (*first < 0xD800 || *first > 0xDFFF) return std::nullopt;
        if (*first > 0xDBFF || !text_.substr(at_).starts_with("\\u"))
            return fault(begin, std::string(Half));
        at_ += 2;
        const auto second = hex();
        if (!second || *second < 0xDC00 || *second > 0xDFFF) return fault(begin, std::string(Half));
        return std::nullopt;
    }

    std::optional<unsigned> hex() {
        unsigned value = 0;
        const auto digits = text_.substr(at_, 4);
        const auto* end = digits.data() + digits.size();
        if (digits.size() < 4 || std::from_chars(digits.data(), end, value, 16).ptr != end)
            return std::nullopt;
        at_ += 4;
        return value;
    }

    std::size_t skip_digits() {
        const auto begin = at_;
        while (at_ < text_.size() && is_digit(text_[at_]))
            ++at_;
        return at_ - begin;
    }

    bool skip(std::string_view signs) {
        const bool found = at_ < text_.size() && signs.find(text_[at_]) != std::string_view::npos;
        at_ += found ? 1 : 0;
        return found;
    }

    Fault number() {
        const auto begin = at_;
        (void)skip("-");
        const bool zero = at_ < text_.size() && text_[at_] == '0';
        const auto digits = skip_digits();
        if (digits == 0) return unexpected("a digit");
        if (zero && digits > 1) return fault(begin, "a number that begins with 0");
        bool whole = true;
        if (skip(".")) {
            whole = false;
            if (skip_digits() == 0) return unexpected("a digit");
        }
        if (skip("eE")) {
            whole = false;
            (void)skip("+-");
            if (skip_digits() == 0) return unexpected("a digit");
        }
        return too_large(begin, whole);
    }

    // Whole numbers are read as such, others as doubles.
    [[nodiscard]] Fault too_large(std::size_t begin, bool whole) const {
        const auto* first = text_.data() + begin;
        const auto* last = text_.data() + at_;
        std::uint64_t positive = 0;
        std::int64_t negative = 0;
        double real = 0;
        const auto error = !whole          ? std::from_chars(first, last, real).ec
                           : *first == '-' ? std::from_chars(first, last, negative).ec
                                           : std::from_chars(first, last, positive).ec;
        const bool tiny =
            !whole && text_.substr(begin, at_ - begin).find("e-") != std::string_view::npos;
        if (error != std::errc::result_out_of_range || tiny) return std::nullopt;
        return fault(begin, "a number that is too large");
    }

    Fault take(bool fits, std::string_view expected) {
        if (!fits) return unexpected(expected);
        ++at_;
        return std::nullopt;
    }

    [[nodiscard]] char closing() const { return open_.back(); }

    [[nodiscard]] std::string_view wanted() const {
        switch (next_) {
            case Next::Key:
                return "a key in double quotes";
            case Next::KeyOrEnd:
                return "a key in double quotes, or `}`";
            case Next::Colon:
                return "`:` behind a key";
            case Next::CommaOrEnd:
                return closing() == '}' ? "`,` or `}`" : "`,` or `]`";
            default:
                return "a value";
        }
    }

    [[nodiscard]] Fault unexpected(std::string_view expected) const {
        if (at_ == text_.size())
            return fault(at_, fmt::format("found the end, expected {}", expected));
        std::size_t end = at_ + 1;
        while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80U)
            ++end;
        const auto letter = dsl::visible(text_.substr(at_, end - at_));
        return fault(at_, fmt::format("found `{}`, expected {}", letter, expected));
    }

    [[nodiscard]] static Fault fault(std::size_t offset, std::string message) {
        return JsonFault{offset, std::move(message)};
    }

    std::string_view text_;
    std::size_t most_depth_;
    std::size_t at_ = 0;
    Next next_ = Next::Value;
    std::vector<char> open_ = {};  // what closes what is open
};

}  // namespace

std::string why_no_json(std::string_view text, std::size_t most_depth, std::string_view parser) {
    const auto fault = Scanner(text, most_depth).run();
    if (!fault) return fmt::format("this is no JSON: {}", parser);
    const auto before = text.substr(0, fault->offset);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto column = dsl::code_point_count(before.substr(before.rfind('\n') + 1)) + 1;
    return fmt::format("this is no JSON from line {}, column {} on: {}", line, column,
                       fault->message);
}

}  // namespace colonnade::engine
