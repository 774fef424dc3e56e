// SPDX-License-Identifier: Apache-2.0
#include "engine/read/known_words.hpp"

#include <bit>
#include <string>

namespace colonnade::engine {

// Tries a few mixtures until no two words want the same place.
KnownWords::KnownWords(const dsl::Category& category) : category_(category) {
    constexpr int MostTries = 32;
    for (int tries = 0; tries < MostTries && !place_words(); ++tries)
        factor_ = factor_ * 0xD1342543DE82EF95 + 2;
}

// False where two words want the same place; the second one gets the next free one then.
bool KnownWords::place_words() {
    words_.assign(std::bit_ceil(category_.values.size() * 4 + 1), Word());
    last_place_ = words_.size() - 1;
    bool all = true;
    for (std::size_t i = 0; i < category_.values.size(); ++i) {
        const auto padded = category_.values[i] + '"' + std::string(Margin, '\0');
        const auto size = category_.values[i].size();
        // What is written with escapes does not stand anywhere as it is.
        if (find_mark(padded.data()) != padded.data() + size) continue;
        auto place = place_of(padded.data(), std::min(size, MostSize));
        for (; words_[place].index >= 0; place = behind(place))
            all = false;
        words_[place] = {ShortText(std::string_view(padded).substr(0, size + 1)),
                         static_cast<int>(i)};
    }
    return all;
}

KnownWord KnownWords::look_up(const char* at) const {
    const char* mark = find_mark(at + 1);
    if (*mark != '"') return {};
    const auto size = static_cast<std::size_t>(mark - at - 1);
    auto place = place_of(at + 1, std::min(size, MostSize));
    while (words_[place].index >= 0 && !words_[place].text.stands_at(at + 1))
        place = behind(place);
    int index = words_[place].index;
    if (index < 0) index = category_.index_of({at + 1, size});
    if (index < 0) return {};
    return {mark + 1, index};
}

}  // namespace colonnade::engine
