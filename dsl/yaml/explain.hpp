// SPDX-License-Identifier: Apache-2.0
// What yaml-cpp finds wrong, in the words of someone who writes a rulebook.
#pragma once

#include <string>
#include <string_view>

namespace colonnade::dsl {

struct Explanation {
    std::string message;
    std::string help;
    bool quotable = false;  // the whole value in quotes is what was meant
};

// `message` is yaml-cpp's, `line` what stands in the line of the place, up to the place.
[[nodiscard]] Explanation explained(std::string_view message, std::string_view line, char found);

}  // namespace colonnade::dsl
