// SPDX-License-Identifier: Apache-2.0
// A column of values in the storage of their kind (Arrow's layouts, see plugin.h). Only the buffer
// of the column's own storage is used.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "dsl/types/kind.hpp"
#include "engine/column/bitmap.hpp"
#include "engine/column/buffer.hpp"

namespace colonnade::engine {

inline constexpr std::int64_t MicrosPerSecond = 1'000'000;

struct Column {
    dsl::Kind kind = dsl::Kind::Number;
    Buffer<double> numbers;           // Number, Share, Duration (seconds), Rate (per second)
    Buffer<std::uint8_t> flags;       // YesNo
    Buffer<std::int64_t> moments;     // Date, Time: microseconds since 1970-01-01 UTC
    Buffer<std::int32_t> categories;  // Category: index of the value
    std::shared_ptr<const dsl::Category> category;  // Category: whose values they are
    Buffer<std::int32_t> offsets{0};                // Text: length + 1
    Buffer<char> bytes;                             // Text: UTF-8
    Bitmap known;

    [[nodiscard]] std::size_t length() const { return known.size(); }
    // The value as the evaluator computes with it; moments in seconds. Not for text.
    [[nodiscard]] double number_at(std::size_t i) const;
    [[nodiscard]] std::string_view text_at(std::size_t i) const;

    void push_unknown();
    // `value` in the base unit of the kind; moments in seconds. Not for text.
    void push_number(double value);
    void push_text(std::string_view text);
    // Appends value `i` of a column of the same kind.
    void push_from(const Column& other, std::size_t i);

    // For whoever appends many values and says only at the end that the ones since the last unknown
    // one are known: like their namesakes, but `known` stays behind, and `bytes` may hold more.
    void store_number(double value);
    void store_text(std::string_view text);
    // Appends an unknown value behind `length` values.
    void store_unknown(std::size_t length);
    // Cuts `known` off or fills it up to the `length` values that there are.
    void know_up_to(std::size_t length) { known.resize(length, true); }

    // Cuts off what is behind `length` values.
    void truncate(std::size_t length);
};

}  // namespace colonnade::engine
