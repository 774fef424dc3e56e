// SPDX-License-Identifier: Apache-2.0
// What a shared library exports under a name, and what its pointers will point to once it is
// loaded: looked up in its file, in the way of the loader.
#pragma once

#include "engine/elf/image.hpp"

namespace colonnade::engine {

// The symbol of that name which the library defines itself.
[[nodiscard]] std::optional<Elf64_Sym> find_symbol(const ElfImage& image, std::string_view name);

// The address that the pointer at `address` will hold, relative to where the library is loaded; 0
// is null. Nothing where another library decides.
[[nodiscard]] std::optional<std::uint64_t> pointer_at(const ElfImage& image, std::uint64_t address);

// How many symbols the table of the dynamic ones has, as far as the hash over them tells.
[[nodiscard]] std::uint64_t symbol_count(const ElfImage& image);

}  // namespace colonnade::engine
