// SPDX-License-Identifier: Apache-2.0
// Texts in lower case, and which of them a word occurs in. They lie one behind the other, so that
// all of them are gone through at once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/column/column.hpp"
#include "engine/evaluate/slots.hpp"

namespace colonnade::engine {

class LoweredTexts {
public:
    // Takes the texts of the range; those that are not known are empty.
    void take(const TextView& texts, Range range);
    void take(const Column& texts, Range range);
    // Good until others are taken.
    [[nodiscard]] const std::vector<std::string_view>& texts();
    // For each text 1 or 0: whether `part`, which is in lower case, occurs in it.
    void find(std::string_view part, std::uint8_t* found) const;

private:
    // A text with letters that are not lowered in place.
    struct Other {
        std::size_t at = 0;
        std::string lowered;
    };

    void lower(const char* from);
    void find_in_plain(std::string_view part, std::uint8_t* found) const;
    [[nodiscard]] std::string_view text_in(const char* all, std::size_t i) const {
        const auto begin = i == 0 ? 0 : ends_[i - 1];
        return {all + begin, ends_[i] - begin};
    }

    std::vector<std::size_t> ends_;           // of each text among all bytes
    std::string joined_;                      // texts that lay apart
    std::vector<char> plain_;                 // all bytes in lower case, and room to look beyond
    mutable std::vector<std::uint8_t> hits_;  // to work in, while a part is looked for
    std::vector<Other> others_;               // in place of what `plain_` has there
    std::vector<std::string_view> texts_;
};

}  // namespace colonnade::engine
