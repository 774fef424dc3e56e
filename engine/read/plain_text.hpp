// SPDX-License-Identifier: Apache-2.0
// Pieces of JSON read where they stand, as long as they are written plainly. Every function here
// and in the other `plain_` files takes the place where something should begin and gives the place
// behind it, or nullptr: then it is wrong, or written in a way that is left to ProfileReader.
// The text must end in a line end with Margin readable bytes behind it. No function goes over a
// line end, so none asks where the text ends.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "engine/read/narrow.hpp"

namespace colonnade::engine {

inline constexpr std::size_t Margin = 64;

static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");

inline std::uint64_t word_at(const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

[[nodiscard]] const char* skip_many_blanks(const char* at);

// A line end is no blank here.
inline const char* skip_blanks(const char* at) {
    return static_cast<unsigned char>(*at) > ' ' ? at : skip_many_blanks(at);
}

// The first quote, backslash or control character, all of which end a run of plain text. Most are
// shorter than what is looked at in one go, however long they are.
inline const char* find_mark(const char* at) {
    for (;; at += LookedAtBytes) {
        const auto marks = Narrow::quotes(at) | Narrow::odd(at);
        if (marks != 0) return at + std::countr_zero(marks);
    }
}

// The same where it is a quote, and near; else nullptr. Whoever goes on behind it does not wait for
// what else there is.
template <class Vectors>
[[gnu::always_inline]] inline const char* find_near_quote(const char* at) {
    const auto quotes = Vectors::quotes(at);
    const auto up_to_first = quotes ^ (quotes - 1);
    if ((quotes == 0) | ((Vectors::odd(at) & up_to_first) != 0)) return nullptr;
    return at + std::countr_zero(quotes);
}

// The rest of a text from its first backslash on, which is at `mark`; `begin` is behind the quote.
[[nodiscard]] const char* read_escaped(const char* begin, const char* mark, std::string& unescaped);

// A text with its quotes. It is lent by the line, or by `unescaped` where it has escapes.
[[nodiscard]] inline const char* read_text(const char* at, std::string& unescaped,
                                           std::string_view& text) {
    if (*at != '"') return nullptr;
    const char* begin = at + 1;
    const char* mark = find_mark(begin);
    if (*mark == '"') {
        text = {begin, static_cast<std::size_t>(mark - begin)};
        return mark + 1;
    }
    const char* end = read_escaped(begin, mark, unescaped);
    text = unescaped;
    return end;
}

// A few bytes, compared all at once.
class ShortText {
public:
    static constexpr std::size_t MostBytes = LookedAtBytes;

    // A longer text stands nowhere.
    explicit ShortText(std::string_view text = {}) {
        if (text.empty() || text.size() > MostBytes) return;
        std::memcpy(bytes_, text.data(), text.size());
        looked_at_ = match_ = 0xFFFFFFFFU >> (MostBytes - text.size());
    }

    // Whether the text stands at that place, behind which Margin bytes are readable.
    template <class Vectors = Narrow>
    [[nodiscard]] bool stands_at(const char* at) const {
        return (Vectors::same(at, bytes_) & looked_at_) == match_;
    }

    // Whether there is a place where it stands.
    [[nodiscard]] bool stands_somewhere() const { return looked_at_ != 0; }
    // The same as `stands_at` of one that stands somewhere, in fewer steps.
    template <class Vectors>
    [[nodiscard, gnu::always_inline]] bool surely_stands_at(const char* at) const {
        return (~Vectors::same(at, bytes_) & looked_at_) == 0;
    }

private:
    alignas(16) char bytes_[MostBytes] = {};
    // A bit per byte; at first a match that there is not.
    std::uint32_t looked_at_ = 0;
    std::uint32_t match_ = 1;
};

}  // namespace colonnade::engine
