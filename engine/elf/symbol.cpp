// SPDX-License-Identifier: Apache-2.0
#include "engine/elf/symbol.hpp"

#include <algorithm>

namespace colonnade::engine {
namespace {

#if defined(__aarch64__)
constexpr std::uint64_t Relative = R_AARCH64_RELATIVE;
constexpr std::uint64_t Absolute = R_AARCH64_ABS64;
#else
constexpr std::uint64_t Relative = R_X86_64_RELATIVE;
constexpr std::uint64_t Absolute = R_X86_64_64;
#endif

// Symbols with the same hash, or in the same bucket, of which a linker makes one chain: a few. A
// hostile chain goes in circles, or on to the end of the file.
constexpr std::uint64_t MostChainLinks = 4096;

std::optional<Elf64_Sym> symbol_at(const ElfImage& image, std::uint64_t index) {
    const auto table = image.dynamic(DT_SYMTAB);
    return table ? image.item_at<Elf64_Sym>(*table, index) : std::nullopt;
}

// The symbol at `index` if it has that name and is defined here.
std::optional<Elf64_Sym> symbol_named(const ElfImage& image, std::uint64_t index,
                                      std::string_view name) {
    const auto symbol = symbol_at(image, index);
    const auto texts = image.dynamic(DT_STRTAB);
    if (!symbol || !texts || symbol->st_shndx == SHN_UNDEF) return std::nullopt;
    const auto all = image.at(*texts);
    if (symbol->st_name >= all.size()) return std::nullopt;
    const auto text = all.substr(symbol->st_name);
    const bool same =
        text.size() > name.size() && text.substr(0, name.size()) == name && text[name.size()] == 0;
    return same ? symbol : std::nullopt;
}

struct GnuHash {
    std::uint32_t buckets;
    std::uint32_t first_symbol;
    std::uint32_t bloom_words;
    std::uint32_t bloom_shift;
};

std::optional<Elf64_Sym> find_by_gnu_hash(const ElfImage& image, std::uint64_t table,
                                          std::string_view name) {
    const auto header = image.value_at<GnuHash>(table);
    if (!header || header->buckets == 0) return std::nullopt;
    std::uint32_t hash = 5381;
    for (const char c : name)
        hash = hash * 33 + static_cast<unsigned char>(c);
    const auto buckets = table + sizeof(GnuHash) + std::uint64_t{header->bloom_words} * 8;
    const auto chains = buckets + std::uint64_t{header->buckets} * 4;
    const auto first = image.item_at<std::uint32_t>(buckets, hash % header->buckets);
    if (!first || *first < header->first_symbol) return std::nullopt;
    for (std::uint64_t i = *first; i < *first + MostChainLinks; ++i) {
        const auto link = image.item_at<std::uint32_t>(chains, i - header->first_symbol);
        if (!link) return std::nullopt;
        if ((*link | 1U) == (hash | 1U)) {
            if (auto symbol = symbol_named(image, i, name)) return symbol;
        }
        if ((*link & 1U) != 0) return std::nullopt;
    }
    return std::nullopt;
}

// Behind the last link of the highest chain; symbols without a chain are not counted where no
// other follows.
std::uint64_t count_by_gnu_hash(const ElfImage& image, std::uint64_t table) {
    const auto header = image.value_at<GnuHash>(table);
    if (!header) return 0;
    const auto buckets = table + sizeof(GnuHash) + std::uint64_t{header->bloom_words} * 8;
    const auto chains = buckets + std::uint64_t{header->buckets} * 4;
    std::uint64_t last = 0;
    for (std::uint32_t b = 0; b < header->buckets; ++b) {
        const auto first = image.item_at<std::uint32_t>(buckets, b);
        if (!first) break;
        last = std::max(last, std::uint64_t{*first});
    }
    if (last < header->first_symbol) return header->first_symbol;
    for (;; ++last) {
        const auto link = image.item_at<std::uint32_t>(chains, last - header->first_symbol);
        if (!link || (*link & 1U) != 0) return last + 1;
    }
}

// The hash of the System V ABI; linkers that write no GNU hash write this one.
std::optional<Elf64_Sym> find_by_hash(const ElfImage& image, std::uint64_t table,
                                      std::string_view name) {
    const auto buckets = image.item_at<std::uint32_t>(table, 0);
    if (!buckets || *buckets == 0) return std::nullopt;
    std::uint32_t hash = 0;
    for (const char c : name) {
        hash = (hash << 4) + static_cast<unsigned char>(c);
        hash = (hash ^ ((hash & 0xf0000000U) >> 24)) & 0x0fffffffU;
    }
    auto index = image.item_at<std::uint32_t>(table, 2 + std::uint64_t{hash % *buckets});
    for (std::uint64_t steps = 0; index && *index != 0 && steps < MostChainLinks; ++steps) {
        if (auto symbol = symbol_named(image, *index, name)) return symbol;
        index = image.item_at<std::uint32_t>(table,
                                             2 + std::uint64_t{*buckets} + std::uint64_t{*index});
    }
    return std::nullopt;
}

// The relocation that the loader applies at `address`.
std::optional<Elf64_Rela> relocation_at(const ElfImage& image, std::uint64_t address) {
    const auto table = image.dynamic(DT_RELA);
    const auto bytes = image.dynamic(DT_RELASZ);
    if (!table || !bytes) return std::nullopt;
    const auto all = image.at(*table).substr(0, *bytes);
    for (std::uint64_t at = 0;; at += sizeof(Elf64_Rela)) {
        const auto relocation = ElfImage::value<Elf64_Rela>(all, at);
        if (!relocation || relocation->r_offset == address) return relocation;
    }
}

}  // namespace

std::optional<Elf64_Sym> find_symbol(const ElfImage& image, std::string_view name) {
    if (const auto table = image.dynamic(DT_GNU_HASH)) return find_by_gnu_hash(image, *table, name);
    if (const auto table = image.dynamic(DT_HASH)) return find_by_hash(image, *table, name);
    return std::nullopt;
}

std::uint64_t symbol_count(const ElfImage& image) {
    if (const auto table = image.dynamic(DT_GNU_HASH)) return count_by_gnu_hash(image, *table);
    const auto table = image.dynamic(DT_HASH);
    return table ? image.item_at<std::uint32_t>(*table, 1).value_or(0) : 0;
}

std::optional<std::uint64_t> pointer_at(const ElfImage& image, std::uint64_t address) {
    const auto relocation = relocation_at(image, address);
    // Packed relative relocations (DT_RELR) leave the address in its place.
    if (!relocation) return image.value_at<std::uint64_t>(address);
    const auto addend = static_cast<std::uint64_t>(relocation->r_addend);
    const auto type = ELF64_R_TYPE(relocation->r_info);
    if (type == Relative) return addend;
    if (type != Absolute) return std::nullopt;
    const auto symbol = symbol_at(image, ELF64_R_SYM(relocation->r_info));
    if (!symbol || symbol->st_shndx == SHN_UNDEF) return std::nullopt;
    return symbol->st_value + addend;
}

}  // namespace colonnade::engine
