// SPDX-License-Identifier: Apache-2.0
// A list of words, plain or in groups, that rules hand to functions.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace colonnade::dsl {

struct WordEntry {
    std::string group;  // empty in a plain list
    std::string text;
};

struct WordList {
    std::string name;
    std::vector<WordEntry> entries;
};

// Gives the shared word list of that name, or nothing.
using FindWords = std::function<std::optional<WordList>(const std::string& name)>;

}  // namespace colonnade::dsl
