// SPDX-License-Identifier: Apache-2.0
// The words of a dictionary as libFuzzer reads them: one a line in quotes, the rest is remarks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace colonnade::fuzz {

std::vector<std::string> words_of(std::string_view dictionary);

}  // namespace colonnade::fuzz
