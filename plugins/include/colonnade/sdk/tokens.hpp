// SPDX-License-Identifier: Apache-2.0
// A text as the words it is matched by: runs of letters and digits, folded. Signs between words
// weigh differently: a hyphen or full stop only parts words (`Vice-President`), a comma or bracket
// parts groups of words, and a bar, bullet, dash or line end parts phrases (`Sales | Director`).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "colonnade/sdk/letters.hpp"

namespace colonnade::sdk {

class Tokens {
public:
    // Room is kept from text to text.
    void read(std::string_view text) {
        folded_.clear();
        words_.clear();
        group_ = 0;
        phrase_ = 0;
        for (std::size_t at = 0; at < text.size();) {
            at = is_word_at(text, at) ? read_word(text, at) : skip_sign(text, at);
        }
    }

    [[nodiscard]] std::size_t size() const { return words_.size(); }
    [[nodiscard]] std::string_view word(std::size_t index) const {
        const Place& place = words_[index];
        return std::string_view(folded_).substr(place.first, place.bytes);
    }
    // Whether nothing but blanks and signs within words stand between the two.
    [[nodiscard]] bool are_in_one_group(std::size_t a, std::size_t b) const {
        return words_[a].group == words_[b].group;
    }
    // One past the last word of the phrase that `index` stands in.
    [[nodiscard]] std::size_t end_of_phrase(std::size_t index) const {
        std::size_t end = index;
        while (end < size() && words_[end].phrase == words_[index].phrase)
            ++end;
        return end;
    }

private:
    // What a sign parts.
    enum class Weight { Word, Group, Phrase };

    struct Place {
        std::size_t first;
        std::size_t bytes;
        std::uint32_t group;
        std::uint32_t phrase;
    };

    // Folded ASCII letters and digits; 0 for all else.
    [[nodiscard]] static constexpr std::array<char, 128> make_ascii() {
        std::array<char, 128> made{};
        for (char32_t code = 0; code < 128; ++code) {
            if (is_word_character(code)) made[code] = static_cast<char>(folded(code));
        }
        return made;
    }

    [[nodiscard]] static bool is_word_at(std::string_view text, std::size_t at) {
        return is_word_character(character_at(text, at).code);
    }

    std::size_t read_word(std::string_view text, std::size_t at) {
        static constexpr std::array<char, 128> Ascii = make_ascii();
        const std::size_t first = folded_.size();
        while (at < text.size()) {
            const auto byte = static_cast<unsigned char>(text[at]);
            if (byte < 0x80) {
                if (Ascii[byte] == 0) break;
                folded_.push_back(Ascii[byte]);
                ++at;
                continue;
            }
            const Character character = character_at(text, at);
            if (!is_word_character(character.code)) break;
            append_utf8(folded_, folded(character.code));
            at += character.bytes;
        }
        words_.push_back({first, folded_.size() - first, group_, phrase_});
        return at;
    }

    std::size_t skip_sign(std::string_view text, std::size_t at) {
        const Character character = character_at(text, at);
        const Weight weight = weight_of(text, at, character.code);
        if (weight != Weight::Word) ++group_;
        if (weight == Weight::Phrase) ++phrase_;
        return at + character.bytes;
    }

    [[nodiscard]] static bool is_among(char32_t code, std::u32string_view signs) {
        return signs.find(code) != std::u32string_view::npos;
    }

    [[nodiscard]] static Weight weight_of(std::string_view text, std::size_t at, char32_t code) {
        if (code == '-' || code == '/') {
            const bool after_blank = at > 0 && text[at - 1] == ' ';
            const bool before_blank = at + 1 < text.size() && text[at + 1] == ' ';
            if (after_blank && before_blank) return Weight::Phrase;
            return code == '-' ? Weight::Word : Weight::Group;
        }
        if (is_among(code, U";|\n\r\u00B7\u2013\u2014\u2022")) return Weight::Phrase;
        if (is_among(code, U",:!?\\()[]{}<>\"\t\u00AB\u00BB\u2018\u201C\u201D\u201E\u2026")) {
            return Weight::Group;
        }
        // Arrows, ornaments, emoji.
        return code >= 0x2190 ? Weight::Phrase : Weight::Word;
    }

    std::string folded_;
    std::vector<Place> words_;
    std::uint32_t group_ = 0;
    std::uint32_t phrase_ = 0;
};

}  // namespace colonnade::sdk
