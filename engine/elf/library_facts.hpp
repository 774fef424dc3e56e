// SPDX-License-Identifier: Apache-2.0
// What the file of a plugin tells about it without anything of it being run: its entry, what it
// needs, and what of it no plugin may ask of the loader.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "colonnade/plugin.h"
#include "engine/host/refusal.hpp"

namespace colonnade::engine {

// A library of more is no plugin, and its names are not worth reading.
inline constexpr std::size_t MostNeededLibraries = 256;

struct LibraryFacts {
    std::vector<std::string> needed;  // libraries that are loaded with it, by name
    // The entry as it will lie in memory; its texts point into the bytes that were read. Its
    // functions are addresses within the library and must not be called.
    std::optional<colonnade_plugin> entry;
    // What no plugin may ask for, in words that follow the name of the file; empty: nothing.
    Refusal unsafe;
};

// Nothing with the reason in `problem`, words that follow the name of the file, where the bytes are
// no library that this program could load. The bytes outlive the result.
[[nodiscard]] std::optional<LibraryFacts> read_library(std::string_view bytes,
                                                       std::string& problem);

}  // namespace colonnade::engine
