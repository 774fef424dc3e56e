// SPDX-License-Identifier: Apache-2.0
// Letters up to U+00FF have capitals that differ in one bit of their last byte, so all bytes are
// lowered in one loop. Texts with any other letter are lowered one by one.
#include "engine/evaluate/lowered_texts.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "dsl/text/unicode.hpp"
#include "engine/evaluate/vectors.hpp"
#include "engine/read/sixteen_bytes.hpp"

namespace colonnade::engine {
namespace {

constexpr std::uint8_t LatinLead = 0xC3;   // of U+00C0 to U+00FF
constexpr std::uint8_t FirstOther = 0xC4;  // leads to letters beyond
constexpr std::uint8_t Times = 0x97;       // U+00D7, among the capitals
constexpr std::uint8_t CapitalBit = 0x20;

// These give 0xFF for yes and 0 for no: what is done to bytes without a branch is done to many.
std::uint8_t if_between(std::uint8_t byte, std::uint8_t first, std::uint8_t last) {
    const bool is_between =
        static_cast<std::uint8_t>(byte - first) <= static_cast<std::uint8_t>(last - first);
    return static_cast<std::uint8_t>(-static_cast<int>(is_between));
}

// Whether what a byte is depends on more than the one before it, or is unclear.
std::uint8_t if_other(std::uint8_t before, std::uint8_t byte) {
    const auto latin = if_between(before, LatinLead, LatinLead);
    const auto inner = if_between(byte, 0x80, 0xBF);
    return static_cast<std::uint8_t>(if_between(byte, FirstOther, 0xFF) | (latin & ~inner));
}

std::uint8_t lowered(std::uint8_t before, std::uint8_t byte) {
    const auto plain = if_between(byte, 'A', 'Z');
    const auto latin = if_between(before, LatinLead, LatinLead) & if_between(byte, 0x80, 0x9E) &
                       ~if_between(byte, Times, Times);
    return static_cast<std::uint8_t>(byte | ((plain | latin) & CapitalBit));
}

// True where there are others among the bytes.
COLONNADE_WIDE bool lower_bytes(const char* from, std::size_t size, char* __restrict to) {
    const auto byte_at = [from](std::size_t i) { return static_cast<std::uint8_t>(from[i]); };
    std::uint8_t others = if_other(0, byte_at(0));
    to[0] = static_cast<char>(lowered(0, byte_at(0)));
    for (std::size_t i = 1; i < size; ++i) {
        to[i] = static_cast<char>(lowered(byte_at(i - 1), byte_at(i)));
        others = static_cast<std::uint8_t>(others | if_other(byte_at(i - 1), byte_at(i)));
    }
    return others != 0;
}

constexpr std::size_t LettersAtOnce = 4;
constexpr std::size_t HitsAtOnce = 2 * SixteenBytes;

// Some letters of a part, from `first` on; behind its end its last one again.
struct Letters {
    std::array<std::size_t, LettersAtOnce> places{};
    std::array<char, LettersAtOnce> letters{};

    Letters(std::string_view part, std::size_t first) {
        for (std::size_t i = 0; i < LettersAtOnce; ++i) {
            places[i] = std::min(first + i, part.size() - 1);
            letters[i] = part[places[i]];
        }
    }
};

// From how many places on the letters stand: a byte each, 0xFF or 0. False where they stand
// nowhere.
template <class Before>
bool mark_hits(const char* text, const Letters& part, std::size_t count,
               std::uint8_t* __restrict hits, Before before) {
    const auto [a, b, c, d] = part.letters;
    const char* at_a = text + part.places[0];
    const char* at_b = text + part.places[1];
    const char* at_c = text + part.places[2];
    const char* at_d = text + part.places[3];
    std::uint8_t any = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const bool same = (at_a[i] == a) & (at_b[i] == b) & (at_c[i] == c) & (at_d[i] == d);
        hits[i] = static_cast<std::uint8_t>(before(hits[i]) & -static_cast<int>(same));
        any = static_cast<std::uint8_t>(any | hits[i]);
    }
    return any != 0;
}

COLONNADE_WIDE bool find_hits(const char* text, const Letters& part, std::size_t count,
                              std::uint8_t* hits) {
    return mark_hits(text, part, count, hits, [](std::uint8_t) { return 0xFF; });
}

COLONNADE_WIDE bool keep_hits(const char* text, const Letters& part, std::size_t count,
                              std::uint8_t* hits) {
    return mark_hits(text, part, count, hits, [](std::uint8_t hit) { return hit; });
}

// Of at most HitsAtOnce places.
bool any_of_few(const std::uint8_t* hits, std::size_t places) {
    const std::uint64_t bits = high_bits(hits) | high_bits(hits + SixteenBytes) << SixteenBytes;
    return (bits & ((std::uint64_t{1} << places) - 1)) != 0;
}

bool any_of_many(const std::uint8_t* hits, std::size_t places) {
    for (; places > HitsAtOnce; hits += HitsAtOnce, places -= HitsAtOnce)
        if (any_of_few(hits, HitsAtOnce)) return true;
    return any_of_few(hits, places);
}

// Most texts are short: all places of one are looked at in one go, and one that is too short for
// the part has none.
void find_texts(const std::uint8_t* hits, std::span<const std::size_t> ends, std::size_t part,
                std::uint8_t* __restrict found) {
    std::size_t begin = 0;
    for (const auto end : ends) {
        const auto places = std::max(end + 1, begin + part) - begin - part;
        const auto* first = hits + begin;
        const bool any =
            places > HitsAtOnce ? any_of_many(first, places) : any_of_few(first, places);
        *found++ = any ? 1 : 0;
        begin = end;
    }
}

bool has_others(std::string_view text) {
    std::uint8_t before = 0;
    for (const char c : text) {
        const auto byte = static_cast<std::uint8_t>(c);
        if (if_other(before, byte) != 0) return true;
        before = byte;
    }
    return before == LatinLead;
}

}  // namespace

void LoweredTexts::take(const TextView& texts, Range range) {
    joined_.clear();
    ends_.resize(range.count);
    for (std::size_t i = 0; i < range.count; ++i) {
        joined_ += texts.value[range.first + i];
        ends_[i] = joined_.size();
    }
    lower(joined_.data());
}

void LoweredTexts::take(const Column& texts, Range range) {
    const auto* offsets = texts.offsets.data() + range.first;
    ends_.resize(range.count);
    for (std::size_t i = 0; i < range.count; ++i)
        ends_[i] = static_cast<std::size_t>(offsets[i + 1] - offsets[0]);
    lower(texts.bytes.data() + offsets[0]);
}

void LoweredTexts::lower(const char* from) {
    const auto size = ends_.empty() ? 0 : ends_.back();
    others_.clear();
    texts_.clear();
    if (plain_.size() < size + 2 * SixteenBytes) plain_.resize(size + 2 * SixteenBytes);
    if (size == 0) return;
    const auto ends_openly = [from](std::size_t end) {
        return end > 0 && static_cast<std::uint8_t>(from[end - 1]) == LatinLead;
    };
    const bool any = lower_bytes(from, size, plain_.data());
    if (!any && std::none_of(ends_.begin(), ends_.end(), ends_openly)) return;
    for (std::size_t i = 0; i < ends_.size(); ++i) {
        const auto text = text_in(from, i);
        const auto begin = ends_[i] - text.size();
        // What ends openly has also changed the byte behind it.
        if (has_others(text) || ends_openly(begin)) others_.push_back({i, dsl::lower(text)});
    }
}

const std::vector<std::string_view>& LoweredTexts::texts() {
    if (!texts_.empty()) return texts_;
    for (std::size_t i = 0; i < ends_.size(); ++i)
        texts_.push_back(text_in(plain_.data(), i));
    for (const auto& other : others_)
        texts_[other.at] = other.lowered;
    return texts_;
}

void LoweredTexts::find(std::string_view part, std::uint8_t* found) const {
    std::fill_n(found, ends_.size(), part.empty() ? std::uint8_t{1} : std::uint8_t{0});
    if (part.empty() || ends_.empty()) return;
    find_in_plain(part, found);
    for (const auto& other : others_)
        found[other.at] = other.lowered.find(part) != std::string::npos ? 1 : 0;
}

// First where the part stands among all bytes, then which texts these places lie in: neither waits
// for what the other texts are like.
void LoweredTexts::find_in_plain(std::string_view part, std::uint8_t* found) const {
    const auto size = ends_.back();
    if (size < part.size()) return;
    const auto begins = size - part.size() + 1;
    if (hits_.size() < size + HitsAtOnce) hits_.resize(size + HitsAtOnce);
    if (!find_hits(plain_.data(), {part, 0}, begins, hits_.data())) return;
    for (std::size_t i = LettersAtOnce; i < part.size(); i += LettersAtOnce)
        if (!keep_hits(plain_.data(), {part, i}, begins, hits_.data())) return;
    find_texts(hits_.data(), ends_, part.size(), found);
}

}  // namespace colonnade::engine
