// SPDX-License-Identifier: Apache-2.0
// Eight bytes a figure, the first digit in the lowest one, computed without a branch or a look at
// a table, so that the processor makes several figures at a time.
#include "cli/table/figure_texts.hpp"

#include <bit>
#include <cstring>

#include "engine/evaluate/vectors.hpp"

namespace colonnade::cli {
namespace {

static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");

// Three digits and the point, `000.`; below 1,000.
std::uint32_t whole_text(std::uint32_t whole) {
    const auto tens = whole / 10;
    const auto hundreds = whole / 100;
    return 0x2E303030U + hundreds + ((tens - 10 * hundreds) << 8U) + ((whole - 10 * tens) << 16U);
}

// Four digits; below 10,000.
std::uint32_t part_text(std::uint32_t part) {
    const auto high = part / 100;
    const auto low = part - 100 * high;
    // Both halves at once, in 16 bits each.
    const auto halves = high | low << 16U;
    const auto tens = (halves * 103U >> 10U) & 0x000F000FU;
    return 0x30303030U + tens + ((halves - 10 * tens) << 8U);
}

}  // namespace

FigureTexts::FigureTexts(std::size_t figures, std::string_view nothing) : columns_(figures) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, nothing.data(), nothing.size());
    nothing_.bytes.fill(bytes);
    nothing_.lengths.fill(static_cast<std::uint8_t>(nothing.size()));
}

void FigureTexts::write(std::span<const Units> figures) {
    for (std::size_t i = 0; i < figures.size(); ++i)
        write(figures[i], nothing_, columns_[i]);
}

COLONNADE_WIDE void FigureTexts::write(const Units& units, const Column& nothing, Column& to) {
    constexpr std::uint32_t Scale = 10'000;
    std::array<std::uint32_t, MostRows> skipped;
    for (std::size_t row = 0; row < MostRows; ++row) {
        const auto figure = static_cast<std::uint32_t>(units[row]);
        const auto whole = figure / Scale;
        // Zeros that nobody writes.
        skipped[row] = (whole < 100 ? 1U : 0U) + (whole < 10 ? 1U : 0U);
        const std::uint64_t text =
            whole_text(whole) | std::uint64_t{part_text(figure - Scale * whole)} << 32U;
        to.bytes[row] = units[row] < 0 ? nothing.bytes[row] : text >> (8 * skipped[row]);
    }
    for (std::size_t row = 0; row < MostRows; ++row) {
        const auto length = static_cast<std::uint8_t>(FigureBytes - skipped[row]);
        to.lengths[row] = units[row] < 0 ? nothing.lengths[row] : length;
    }
}

}  // namespace colonnade::cli
