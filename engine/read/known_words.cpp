// SPDX-License-Identifier: Apache-2.0
#include "engine/read/known_words.hpp"

#include <algorithm>

namespace colonnade::engine {

KnownWords::KnownWords(const dsl::Category& category) : category_(category) {
    words_.resize(std::bit_ceil(category.values.size() * 4 + 1));
    for (std::size_t i = 0; i < category.values.size(); ++i) {
        const auto padded = category.values[i] + '"' + std::string(Margin, '\0');
        const auto size = category.values[i].size();
        auto place = place_of(padded.data(), size);
        while (words_[place].index >= 0)
            place = (place + 1) & (words_.size() - 1);
        words_[place] = {ShortText(std::string_view(padded).substr(0, size + 1)),
                         static_cast<int>(i)};
    }
}

// Any mixture of the first bytes and the size does.
std::size_t KnownWords::place_of(const char* text, std::size_t size) const {
    const auto unused = 64 - 8 * std::min<std::size_t>(size, 8);
    const auto start = unused == 64 ? 0 : word_at(text) << unused;
    return ((start + size) * 0x9E3779B97F4A7C15ULL >> 32U) & (words_.size() - 1);
}

KnownWord KnownWords::read(const char* at) const {
    if (*at != '"') return {};
    const char* mark = find_mark(at + 1);
    if (*mark != '"') return {};
    const auto size = static_cast<std::size_t>(mark - at - 1);
    auto place = place_of(at + 1, size);
    while (words_[place].index >= 0 && !words_[place].text.stands_at(at + 1))
        place = (place + 1) & (words_.size() - 1);
    int index = words_[place].index;
    if (index < 0) index = category_.index_of({at + 1, size});
    if (index < 0) return {};
    return {mark + 1, index};
}

}  // namespace colonnade::engine
