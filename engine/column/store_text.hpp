// SPDX-License-Identifier: Apache-2.0
// The text of a column stored where it is one of thousands. Most are short: copied as if all of
// them were of one length, none is waited for.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "engine/column/column.hpp"

namespace colonnade::engine {

inline constexpr std::size_t TextCopy = 32;
// What is made ready at a time, so that hardly a text has to ask for more.
inline constexpr std::size_t TextRoom = 4096;

// As Column::store_text does; TextCopy bytes from the text's begin on must be readable.
inline void store_padded_text(Column& column, std::string_view text) {
    const auto begin = static_cast<std::size_t>(column.offsets.back());
    const auto end = begin + text.size();
    if (column.bytes.size() < end + TextCopy) column.bytes.resize(end + TextRoom);
    if (text.size() <= TextCopy) {
        std::memcpy(column.bytes.data() + begin, text.data(), TextCopy);
    } else {
        std::memcpy(column.bytes.data() + begin, text.data(), text.size());
    }
    column.offsets.push_back(static_cast<std::int32_t>(end));
}

}  // namespace colonnade::engine
