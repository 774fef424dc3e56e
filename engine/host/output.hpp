// SPDX-License-Identifier: Apache-2.0
// Where a function writes its results, and the checks before one of them is believed: a plugin can
// fail, it can never make a score wrong in silence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "colonnade/plugin.h"
#include "dsl/types/catalogue.hpp"
#include "engine/column/buffer.hpp"
#include "engine/evaluate/slots.hpp"

namespace colonnade::engine {

// Behind each of the arrays that a function fills: one that counts rows wrongly mostly writes a
// little too far.
inline constexpr std::size_t GuardBytes = 64;

class Output {
public:
    // `function` must outlive the output.
    Output(const dsl::Function& function, std::size_t rows);

    [[nodiscard]] colonnade_output& abi() { return abi_; }
    // Takes the results of the rows whose `answerable` is 1 over into `out`, which is left unknown
    // elsewhere; or says what is wrong with one of them.
    [[nodiscard]] std::optional<std::string> take(const std::vector<std::uint8_t>& answerable,
                                                  Slot& out) const;

private:
    [[nodiscard]] bool has_guards() const;
    [[nodiscard]] bool is_known(std::size_t row) const;
    [[nodiscard]] double value_at(std::size_t row) const;
    [[nodiscard]] std::optional<std::string> wrong_with(double value) const;
    template <class Stored>
    [[nodiscard]] Stored stored(std::size_t row) const;

    const dsl::Function& function_;
    std::size_t rows_;
    std::size_t value_bytes_;
    std::size_t known_bytes_;
    Buffer<std::uint8_t> values_;  // each with guard bytes behind it
    Buffer<std::uint8_t> known_;
    colonnade_output abi_{};
};

}  // namespace colonnade::engine
