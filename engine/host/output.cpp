// SPDX-License-Identifier: Apache-2.0
#include "engine/host/output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "engine/column/column.hpp"
#include "engine/host/abi.hpp"

namespace colonnade::engine {
namespace {

using dsl::Kind;

constexpr std::uint8_t Guard = 0xA5;

Buffer<std::uint8_t> guarded_buffer(std::size_t bytes) {
    Buffer<std::uint8_t> buffer(bytes + GuardBytes, 0);
    std::fill(buffer.end() - GuardBytes, buffer.end(), Guard);
    return buffer;
}

bool has_guard(const Buffer<std::uint8_t>& buffer) {
    return std::all_of(buffer.end() - GuardBytes, buffer.end(),
                       [](std::uint8_t byte) { return byte == Guard; });
}

}  // namespace

Output::Output(const dsl::Function& function, std::size_t rows)
    : function_(function),
      rows_(rows),
      value_bytes_(rows * value_bytes(abi_kind(function.result.kind))),
      known_bytes_((rows + 7) / 8),
      values_(guarded_buffer(value_bytes_)),
      known_(guarded_buffer(known_bytes_)) {
    abi_ = {sizeof abi_, abi_kind(function.result.kind), static_cast<std::int64_t>(rows),
            values_.data(), known_.data()};
}

std::optional<std::string> Output::take(const std::vector<std::uint8_t>& answerable,
                                        Slot& out) const {
    if (!has_guards()) return "wrote beyond its results";
    out.resize(rows_);
    for (std::size_t row = 0; row < rows_; ++row) {
        if (answerable[row] == 0 || !is_known(row)) continue;
        const auto value = value_at(row);
        if (auto problem = wrong_with(value)) return problem;
        out.set(row, value);
    }
    return std::nullopt;
}

// The bits behind the last row are a guard, too.
bool Output::has_guards() const {
    const auto used = rows_ % 8;
    const bool tail_is_clean = used == 0 || (known_[known_bytes_ - 1] >> used) == 0;
    return tail_is_clean && has_guard(values_) && has_guard(known_);
}

bool Output::is_known(std::size_t row) const {
    return (known_[row / 8] >> (row % 8) & 1U) != 0;
}

template <class Stored>
Stored Output::stored(std::size_t row) const {
    Stored value{};
    std::memcpy(&value, values_.data() + row * sizeof value, sizeof value);
    return value;
}

double Output::value_at(std::size_t row) const {
    switch (function_.result.kind) {
        case Kind::YesNo:
            return stored<std::uint8_t>(row);
        case Kind::Category:
            return stored<std::int32_t>(row);
        case Kind::Time:
            return static_cast<double>(stored<std::int64_t>(row)) / MicrosPerSecond;
        default:
            return stored<double>(row);
    }
}

// Bounds of a category or a yes/no are kept within what its storage can mean.
std::optional<std::string> Output::wrong_with(double value) const {
    if (!std::isfinite(value)) return fmt::format("gave {}, which is no number", value);
    const auto& bounds = function_.bounds;
    if (value >= bounds.min && value <= bounds.max) return std::nullopt;
    return fmt::format("gave {}, its results are between {} and {}", value, bounds.min, bounds.max);
}

}  // namespace colonnade::engine
