// SPDX-License-Identifier: Apache-2.0
// Figures of a block of profiles as text with four decimals, all of a column at once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/score/shared_columns.hpp"

namespace colonnade::cli {

// What no figure, and what stands instead of one, is longer than.
inline constexpr std::size_t FigureBytes = 8;

struct FigureText {
    std::uint64_t bytes = 0;  // the first one lowest
    std::size_t length = 0;   // so many of them count
};

class FigureTexts {
public:
    using Units = engine::SharedColumns::Units;
    static constexpr auto MostRows = engine::SharedColumns::MostRows;

    // Those of a figure, a text a profile.
    struct Column {
        alignas(64) std::array<std::uint64_t, MostRows> bytes{};
        std::array<std::uint8_t, MostRows> lengths{};

        [[nodiscard]] FigureText at(std::size_t row) const { return {bytes[row], lengths[row]}; }
    };

    // `nothing` stands where there is no figure.
    FigureTexts(std::size_t figures, std::string_view nothing);

    // Of figures below 1,000.
    void write(std::span<const Units> figures);

    // Stays where it is.
    [[nodiscard]] const Column& column(std::size_t figure) const { return columns_[figure]; }

private:
    static void write(const Units& units, const Column& nothing, Column& to);

    Column nothing_;
    std::vector<Column> columns_;
};

}  // namespace colonnade::cli
