// SPDX-License-Identifier: Apache-2.0
// The bytes of an ELF file as the loader sees them: by segments and the dynamic table, never by
// sections, which may lie or be missing. Every read is checked against the bytes that are there, so
// no file, however damaged or hostile, leads outside of them.
#pragma once

#include <elf.h>

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace colonnade::engine {

// A library has about ten segments, and a few dozen entries in its dynamic table. Both are looked
// through again and again; so many that this takes long were put there for that.
inline constexpr std::size_t MostSegments = 256;
inline constexpr std::size_t MostDynamicEntries = 1024;

class ElfImage {
public:
    // What this program could load: 64 bits, little-endian, its own machine, a shared library.
    // Nothing with a reason ("is built for AArch64, …") in `problem` otherwise. The bytes outlive
    // the image.
    [[nodiscard]] static std::optional<ElfImage> read(std::string_view bytes, std::string& problem);

    // The program headers of that type, in order.
    [[nodiscard]] std::vector<Elf64_Phdr> segments(std::uint32_t type) const;
    // The value of the first entry of the dynamic table with that tag.
    [[nodiscard]] std::optional<std::uint64_t> dynamic(std::int64_t tag) const;
    // The whole dynamic table, up to its end mark.
    [[nodiscard]] const std::vector<Elf64_Dyn>& dynamic_table() const { return dynamic_; }

    // What will lie at `address`, relative to where the library is loaded, as far as the file holds
    // it; empty where it does not.
    [[nodiscard]] std::string_view at(std::uint64_t address) const;
    template <class T>
    [[nodiscard]] std::optional<T> value_at(std::uint64_t address) const {
        return value<T>(at(address), 0);
    }
    // Item `index` of an array at `address`.
    template <class T>
    [[nodiscard]] std::optional<T> item_at(std::uint64_t address, std::uint64_t index) const {
        const auto array = at(address);
        return index < array.size() / sizeof(T) ? value<T>(array, index * sizeof(T)) : std::nullopt;
    }

    template <class T>
    [[nodiscard]] static std::optional<T> value(std::string_view bytes, std::uint64_t offset) {
        if (offset > bytes.size() || bytes.size() - offset < sizeof(T)) return std::nullopt;
        T value;
        std::memcpy(&value, bytes.data() + offset, sizeof value);
        return value;
    }

private:
    explicit ElfImage(std::string_view bytes) : bytes_(bytes) {}
    // False where the table of segments or the dynamic table is cut off, or has too many entries.
    [[nodiscard]] bool read_segments(const Elf64_Ehdr& header);
    [[nodiscard]] bool read_dynamic();

    std::string_view bytes_;
    std::vector<Elf64_Phdr> segments_;
    std::vector<Elf64_Dyn> dynamic_;
};

}  // namespace colonnade::engine
