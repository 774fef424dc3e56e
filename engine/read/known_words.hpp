// SPDX-License-Identifier: Apache-2.0
// The values of a category, found by one comparison.
#pragma once

#include <vector>

#include "dsl/types/kind.hpp"
#include "engine/read/plain_text.hpp"

namespace colonnade::engine {

struct KnownWord {
    const char* end = nullptr;  // the place behind it, or nullptr
    int index = -1;
};

class KnownWords {
public:
    // The category must outlive it.
    explicit KnownWords(const dsl::Category& category);

    // The value that stands at that place in quotes.
    [[nodiscard]] KnownWord read(const char* at) const;

private:
    struct Word {
        ShortText text;  // with its end quote
        int index = -1;  // -1: none
    };
    [[nodiscard]] bool place_words();
    // Any mixture of the first bytes and the size does. Behind a short text lies something.
    [[nodiscard]] std::size_t place_of(const char* text, std::size_t size) const {
        const auto start =
            size < 8 ? word_at(text) & ~(~std::uint64_t{0} << (8 * size)) : word_at(text);
        return ((start + size) * factor_ >> 32U) & (words_.size() - 1);
    }
    [[nodiscard]] std::size_t behind(std::size_t place) const {
        return (place + 1) & (words_.size() - 1);
    }
    [[nodiscard]] KnownWord look_up(const char* at, const char* mark) const;

    const dsl::Category& category_;
    std::uint64_t factor_ = 0x9E3779B97F4A7C15;
    std::vector<Word> words_;  // a hash table: a power of two, at least half of it empty
};

// Which word it is costs no branch that is guessed wrong: nearly always each has a place of its
// own.
inline KnownWord KnownWords::read(const char* at) const {
    if (*at != '"') return {};
    const char* mark = find_mark(at + 1);
    const auto& word = words_[place_of(at + 1, static_cast<std::size_t>(mark - at - 1))];
    if ((*mark != '"') | !word.text.stands_at(at + 1)) return look_up(at, mark);
    return {mark + 1, word.index};
}

}  // namespace colonnade::engine
