// SPDX-License-Identifier: Apache-2.0
#include "engine/evaluate/load.hpp"

#include <algorithm>
#include <cstring>

#include "engine/evaluate/vectors.hpp"

namespace colonnade::engine {
namespace {

using dsl::Kind;

// Eight bits from bit `at` on; those from `end` on are 0.
std::uint64_t eight_bits(const std::uint8_t* bytes, std::size_t at, std::size_t end) {
    const auto shift = at % 8;
    std::uint64_t bits = bytes[at / 8];
    bits >>= shift;
    if (shift > 0 && at / 8 + 1 < (end + 7) / 8)
        bits |= static_cast<std::uint64_t>(bytes[at / 8 + 1]) << (8 - shift);
    const auto count = std::min<std::size_t>(8, end - at);
    return bits & ((std::uint64_t{1} << count) - 1);
}

// Eight bytes of 0 or 1, that of the lowest bit first in memory.
void spread(std::uint64_t bits, std::uint8_t* to, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        to[i] = static_cast<std::uint8_t>(bits >> i & 1U);
}

template <class T>
void convert(const T* from, std::size_t count, double* to) {
    for (std::size_t i = 0; i < count; ++i)
        to[i] = static_cast<double>(from[i]);
}

COLONNADE_WIDE void convert_flags(const std::uint8_t* from, std::size_t count, double* to) {
    convert(from, count, to);
}

COLONNADE_WIDE void convert_categories(const std::int32_t* from, std::size_t count, double* to) {
    convert(from, count, to);
}

void convert(const Column& column, Range range, double* to) {
    switch (column.kind) {
        case Kind::YesNo:
            return convert_flags(column.flags.data() + range.first, range.count, to);
        case Kind::Category:
            return convert_categories(column.categories.data() + range.first, range.count, to);
        default:
            return load_moments(column.moments.data() + range.first, range.count, to);
    }
}

}  // namespace

bool is_stored_as_double(Kind kind) {
    return kind != Kind::YesNo && kind != Kind::Category && kind != Kind::Date &&
           kind != Kind::Time;
}

SlotView load(const Column& column, Range range, Slot& own) {
    SlotView view;
    if (is_stored_as_double(column.kind)) {
        view.value = {column.numbers.data(), 0};
    } else {
        own.hold(range.count);
        convert(column, range, own.value.data());
        view.value = {own.value.data(), range.first};
    }
    view.known = load_known(column.known, range, own.known);
    return view;
}

bool all_known(const Bitmap& known, Range range) {
    const auto* bytes = known.data();
    auto at = range.first;
    for (; at % 8 == 0 && at + 64 <= range.end(); at += 64) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes + at / 8, sizeof word);
        if (~word != 0) return false;
    }
    for (; at < range.end(); at += 8) {
        const auto count = std::min<std::size_t>(8, range.end() - at);
        if (eight_bits(bytes, at, range.end()) != (std::uint64_t{1} << count) - 1) return false;
    }
    return true;
}

PlacedFlags load_known(const Bitmap& known, Range range, Buffer<std::uint8_t>& own) {
    if (all_known(known, range)) return {};
    if (own.size() < range.count) own.resize(range.count);
    for (std::size_t at = range.first; at < range.end(); at += 8)
        spread(eight_bits(known.data(), at, range.end()), own.data() + (at - range.first),
               std::min<std::size_t>(8, range.end() - at));
    return {own.data(), range.first};
}

COLONNADE_WIDE void load_moments(const std::int64_t* micros, std::size_t count, double* seconds) {
    for (std::size_t i = 0; i < count; ++i)
        seconds[i] = static_cast<double>(micros[i]) / MicrosPerSecond;
}

}  // namespace colonnade::engine
