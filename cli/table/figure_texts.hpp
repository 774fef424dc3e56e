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

class FigureTexts {
public:
    using Units = engine::SharedColumns::Units;
    static constexpr auto MostRows = engine::SharedColumns::MostRows;

    // `nothing` stands where there is no figure.
    FigureTexts(std::size_t figures, std::string_view nothing);

    // Of figures below 1,000.
    void write(std::span<const Units> figures);

    // FigureBytes, of which those that count come first.
    [[nodiscard]] const char* bytes(std::size_t figure, std::size_t row) const {
        return reinterpret_cast<const char*>(&texts_[figure].bytes[row]);
    }
    [[nodiscard]] std::size_t length(std::size_t figure, std::size_t row) const {
        return texts_[figure].lengths[row];
    }

private:
    struct Texts {
        alignas(64) std::array<std::uint64_t, MostRows> bytes{};
        std::array<std::uint8_t, MostRows> lengths{};
    };
    static void write(const Units& units, const Texts& nothing, Texts& to);

    Texts nothing_;
    std::vector<Texts> texts_;
};

}  // namespace colonnade::cli
