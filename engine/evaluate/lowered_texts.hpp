// SPDX-License-Identifier: Apache-2.0
// Texts in lower case, and which of them a word occurs in. Texts of plain letters lie one behind
// the other, so that all of them are gone through at once.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "engine/evaluate/slots.hpp"

namespace colonnade::engine {

class LoweredTexts {
public:
    // Takes the texts of the range; those that are not known are empty.
    void take(const TextView& texts, Range range);
    [[nodiscard]] const std::vector<std::string_view>& texts() const { return texts_; }
    // For each text 1 or 0: whether `part`, which is in lower case, occurs in it.
    void find(std::string_view part, double* found);

private:
    void find_in_plain(std::string_view part, double* found);

    std::string plain_;              // where a text is not plain, its place stays unused
    std::vector<std::size_t> ends_;  // of each text in `plain_`
    std::vector<std::string_view> texts_;
    std::deque<std::string> others_;     // texts with other letters; views of them stay good
    std::vector<std::size_t> other_at_;  // which ones they are
    std::vector<std::uint8_t> candidates_;
};

}  // namespace colonnade::engine
