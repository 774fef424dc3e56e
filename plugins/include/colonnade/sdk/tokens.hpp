// SPDX-License-Identifier: Apache-2.0
// A text as the words it is matched by: runs of letters and digits, folded, each with the number of
// the phrase it stands in. Hyphens and full stops part words, but not phrases: `Vice-President` is
// one phrase of two words, `Sales, Director` is two phrases.
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
    [[nodiscard]] std::uint32_t phrase(std::size_t index) const { return words_[index].phrase; }
    // One past the last word of the phrase that `index` stands in.
    [[nodiscard]] std::size_t end_of_phrase(std::size_t index) const {
        std::size_t end = index;
        while (end < size() && phrase(end) == phrase(index))
            ++end;
        return end;
    }

private:
    struct Place {
        std::size_t first;
        std::size_t bytes;
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
        words_.push_back({first, folded_.size() - first, phrase_});
        return at;
    }

    std::size_t skip_sign(std::string_view text, std::size_t at) {
        const Character character = character_at(text, at);
        if (ends_phrase(text, at, character)) ++phrase_;
        return at + character.bytes;
    }

    [[nodiscard]] static bool ends_phrase(std::string_view text, std::size_t at,
                                          const Character& character) {
        const char32_t code = character.code;
        if (code >= 0x80) return code != 0xA0 && code != 0xAD && code != 0x2010 && code != 0x2011;
        if (code == '-') {
            const bool after_blank = at > 0 && text[at - 1] == ' ';
            const bool before_blank = at + 1 < text.size() && text[at + 1] == ' ';
            return after_blank && before_blank;
        }
        return std::string_view(",;:!?|/\\()[]{}<>\n\r\t").find(static_cast<char>(code)) !=
               std::string_view::npos;
    }

    std::string folded_;
    std::vector<Place> words_;
    std::uint32_t phrase_ = 0;
};

}  // namespace colonnade::sdk
