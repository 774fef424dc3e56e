// SPDX-License-Identifier: Apache-2.0
#include "engine/elf/image.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace colonnade::engine {
namespace {

#if defined(__x86_64__)
constexpr std::uint16_t OwnMachine = EM_X86_64;
#elif defined(__aarch64__)
constexpr std::uint16_t OwnMachine = EM_AARCH64;
#else
#error "which relocations a plugin has on this machine is not known"
#endif

std::string machine_name(std::uint16_t machine) {
    switch (machine) {
        case EM_X86_64:
            return "x86-64";
        case EM_AARCH64:
            return "AArch64";
        case EM_386:
            return "x86";
        case EM_ARM:
            return "ARM";
        case EM_RISCV:
            return "RISC-V";
        default:
            return fmt::format("machine {}", machine);
    }
}

// Nothing, or what is wrong with the first bytes.
std::string problem_of(std::string_view ident) {
    if (ident.size() < EI_NIDENT || ident.substr(0, SELFMAG) != ELFMAG)
        return "is no shared library";
    if (ident[EI_CLASS] == ELFCLASS32) return "is built for 32 bits, this program for 64";
    if (ident[EI_CLASS] != ELFCLASS64) return "is no shared library";
    if (ident[EI_DATA] != ELFDATA2LSB) return "is built for a machine with another order of bytes";
    return {};
}

std::string problem_of(const Elf64_Ehdr& header) {
    if (header.e_machine != OwnMachine)
        return fmt::format("is built for {}, this program for {}", machine_name(header.e_machine),
                           machine_name(OwnMachine));
    if (header.e_type != ET_DYN) return "is no shared library";
    return {};
}

}  // namespace

std::optional<ElfImage> ElfImage::read(std::string_view bytes, std::string& problem) {
    problem = problem_of(bytes.substr(0, EI_NIDENT));
    if (!problem.empty()) return std::nullopt;
    const auto header = value<Elf64_Ehdr>(bytes, 0);
    problem = header ? problem_of(*header) : "is cut off";
    if (!problem.empty()) return std::nullopt;
    ElfImage image(bytes);
    if (image.read_segments(*header) && image.read_dynamic()) return image;
    problem = "is cut off or damaged";
    return std::nullopt;
}

bool ElfImage::read_segments(const Elf64_Ehdr& header) {
    if (header.e_phentsize != sizeof(Elf64_Phdr) || header.e_phoff > bytes_.size() ||
        header.e_phnum > MostSegments)
        return false;
    const auto table = bytes_.substr(header.e_phoff);
    if (header.e_phnum > table.size() / sizeof(Elf64_Phdr)) return false;
    for (std::size_t i = 0; i < header.e_phnum; ++i)
        segments_.push_back(*value<Elf64_Phdr>(table, i * sizeof(Elf64_Phdr)));
    return true;
}

bool ElfImage::read_dynamic() {
    const auto tables = segments(PT_DYNAMIC);
    if (tables.empty()) return false;
    const auto table = at(tables.front().p_vaddr);
    for (std::uint64_t i = 0;; ++i) {
        const auto entry = value<Elf64_Dyn>(table, i * sizeof(Elf64_Dyn));
        if (!entry) return false;
        if (entry->d_tag == DT_NULL) return true;
        if (i == MostDynamicEntries) return false;
        dynamic_.push_back(*entry);
    }
}

std::vector<Elf64_Phdr> ElfImage::segments(std::uint32_t type) const {
    std::vector<Elf64_Phdr> found;
    std::copy_if(segments_.begin(), segments_.end(), std::back_inserter(found),
                 [&](const Elf64_Phdr& segment) { return segment.p_type == type; });
    return found;
}

std::optional<std::uint64_t> ElfImage::dynamic(std::int64_t tag) const {
    for (const auto& entry : dynamic_) {
        if (entry.d_tag == tag) return entry.d_un.d_val;
    }
    return std::nullopt;
}

std::string_view ElfImage::at(std::uint64_t address) const {
    for (const auto& segment : segments_) {
        if (segment.p_type != PT_LOAD || address < segment.p_vaddr) continue;
        const auto inside = address - segment.p_vaddr;
        if (inside >= segment.p_filesz || segment.p_offset > bytes_.size()) continue;
        const auto held = bytes_.substr(segment.p_offset, segment.p_filesz);
        if (inside < held.size()) return held.substr(inside);
    }
    return {};
}

}  // namespace colonnade::engine
