// SPDX-License-Identifier: Apache-2.0
#include "engine/evaluate/lowered_texts.hpp"

#include <algorithm>
#include <cstring>

#include "dsl/text/unicode.hpp"
#include "engine/evaluate/vectors.hpp"

namespace colonnade::engine {
namespace {

constexpr std::uint64_t Each = 0x0101010101010101;

std::uint64_t lower_eight(std::uint64_t letters) {
    const auto low = letters & 0x7F * Each;
    const auto from_a = low + (0x80 - 'A') * Each;
    const auto beyond_z = low + (0x7F - 'Z') * Each;
    const auto upper = (from_a ^ beyond_z) & ~letters & 0x80 * Each;
    return letters | upper >> 2U;
}

// Lowers the letters at `from`, and adds them to what has been seen.
template <std::size_t Size>
void lower_some(const char* from, char* to, std::uint64_t& seen) {
    std::uint64_t letters = 0;
    std::memcpy(&letters, from, Size);
    seen |= letters;
    letters = lower_eight(letters);
    std::memcpy(to, &letters, Size);
}

// Eight bytes at a time, the last ones perhaps twice. False where there are other letters than
// those of ASCII.
bool lower_plain(std::string_view text, char* to) {
    std::uint64_t seen = 0;
    const auto size = text.size();
    if (size < 8) {
        for (std::size_t i = 0; i < size; ++i)
            lower_some<1>(text.data() + i, to + i, seen);
    } else {
        for (std::size_t i = 0; i + 8 < size; i += 8)
            lower_some<8>(text.data() + i, to + i, seen);
        lower_some<8>(text.data() + size - 8, to + size - 8, seen);
    }
    return (seen & 0x80 * Each) == 0;
}

// Where a part can begin, by its first and last byte.
COLONNADE_WIDE void mark_candidates(const char* text, std::size_t count, std::string_view part,
                                    std::uint8_t* __restrict candidates) {
    const char first = part.front();
    const char last = part.back();
    const char* end = text + part.size() - 1;
    for (std::size_t i = 0; i < count; ++i)
        candidates[i] = text[i] == first && end[i] == last ? 1 : 0;
}

}  // namespace

void LoweredTexts::take(const TextView& texts, Range range) {
    std::size_t size = 0;
    for (std::size_t i = range.first; i < range.end(); ++i)
        size += texts.value[i].size();
    if (plain_.size() < size) plain_.resize(size);
    texts_.resize(range.count);
    ends_.resize(range.count);
    others_.clear();
    other_at_.clear();
    std::size_t begin = 0;
    for (std::size_t i = 0; i < range.count; ++i) {
        const auto text = texts.value[range.first + i];
        char* to = plain_.data() + begin;
        texts_[i] = {to, text.size()};
        if (!lower_plain(text, to)) {
            texts_[i] = others_.emplace_back(dsl::lower(text));
            other_at_.push_back(i);
        }
        begin += text.size();
        ends_[i] = begin;
    }
}

void LoweredTexts::find(std::string_view part, double* found) {
    std::fill_n(found, texts_.size(), part.empty() ? 1.0 : 0.0);
    if (part.empty() || texts_.empty()) return;
    find_in_plain(part, found);
    for (const auto i : other_at_)
        found[i] = texts_[i].find(part) != std::string_view::npos ? 1 : 0;
}

void LoweredTexts::find_in_plain(std::string_view part, double* found) {
    const auto size = ends_.back();
    if (size < part.size()) return;
    const auto count = size - part.size() + 1;
    if (candidates_.size() < count) candidates_.resize(count);
    mark_candidates(plain_.data(), count, part, candidates_.data());
    std::size_t text = 0;
    for (std::size_t at = 0; at < count;) {
        const auto* next = std::memchr(candidates_.data() + at, 1, count - at);
        if (next == nullptr) return;
        at = static_cast<std::size_t>(static_cast<const std::uint8_t*>(next) - candidates_.data());
        while (ends_[text] <= at)
            ++text;
        const bool occurs = at + part.size() <= ends_[text] &&
                            std::memcmp(plain_.data() + at, part.data(), part.size()) == 0;
        if (occurs) found[text] = 1;
        at = occurs ? ends_[text] : at + 1;
    }
}

}  // namespace colonnade::engine
