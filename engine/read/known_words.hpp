// SPDX-License-Identifier: Apache-2.0
// The values of a category, found by one comparison.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
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
    template <class Vectors>
    [[nodiscard]] KnownWord read(const char* at) const;

private:
    static constexpr std::size_t MostSize = LookedAtBytes;  // no quote among them
    // By size: the first bytes, at most eight.
    static constexpr auto LookedAt = [] {
        std::array<std::uint64_t, MostSize + 1> bits{};
        for (std::size_t size = 1; size < bits.size(); ++size)
            bits[size] = ~std::uint64_t{0} >> (64 - 8 * std::min<std::size_t>(size, 8));
        return bits;
    }();

    // In one line of the cache.
    struct alignas(64) Word {
        ShortText text;  // with its end quote
        int index = -1;  // -1: none
    };
    [[nodiscard]] bool place_words();
    // Any mixture of the first bytes and the size, at most MostSize, does. Behind a short text lies
    // something; looked up, what to look at is no branch.
    [[nodiscard]] std::size_t place_of(const char* text, std::size_t size) const {
        const auto start = word_at(text) & LookedAt[size];
        return ((start + size) * factor_ >> 32U) & last_place_;
    }
    [[nodiscard]] std::size_t behind(std::size_t place) const { return (place + 1) & last_place_; }
    [[nodiscard]] KnownWord look_up(const char* at) const;

    const dsl::Category& category_;
    std::uint64_t factor_ = 0x9E3779B97F4A7C15;
    std::vector<Word> words_;  // a hash table: a power of two, at least half of it empty
    std::size_t last_place_ = 0;
};

// Which word it is costs no branch that is guessed wrong: nearly always each has a place of its
// own.
template <class Vectors>
[[gnu::always_inline]] inline KnownWord KnownWords::read(const char* at) const {
    if (*at != '"') return {};
    const auto size = static_cast<std::size_t>(std::countr_zero(Vectors::quotes(at + 1)));
    const auto& word = words_[place_of(at + 1, size)];
    if (!word.text.template stands_at<Vectors>(at + 1)) return look_up(at);
    return {at + size + 2, word.index};
}

}  // namespace colonnade::engine
