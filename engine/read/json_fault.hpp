// SPDX-License-Identifier: Apache-2.0
// Where a text stops being JSON and what is wrong there, for a person: the parser of documents is
// made for speed and only says that it is none. Shows no more of the text than one letter, because
// it is about somebody.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace colonnade::engine {

// For a text that is no JSON, or has more than `most_depth` levels: `this is no JSON from line 1,
// column 5 on: …`. `parser` is what is said where only the parser knows.
[[nodiscard]] std::string why_no_json(std::string_view text, std::size_t most_depth,
                                      std::string_view parser);

}  // namespace colonnade::engine
