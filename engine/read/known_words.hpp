// SPDX-License-Identifier: Apache-2.0
// The values of a category, found by one comparison.
#pragma once

#include <vector>

#include "dsl/types/kind.hpp"
#include "engine/read/plain_text.hpp"

namespace colonnade::engine {

struct KnownWord {
    const char* end = nullptr;  // the place behind it, or nullptr
    int index = -1;
};

class KnownWords {
public:
    // The category must outlive it.
    explicit KnownWords(const dsl::Category& category);

    // The value that stands at that place in quotes.
    [[nodiscard]] KnownWord read(const char* at) const;

private:
    struct Word {
        ShortText text;  // with its end quote
        int index = -1;  // -1: none
    };
    [[nodiscard]] std::size_t place_of(const char* text, std::size_t size) const;

    const dsl::Category& category_;
    std::vector<Word> words_;  // a hash table: a power of two, at least half of it empty
};

}  // namespace colonnade::engine
