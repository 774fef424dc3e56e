// SPDX-License-Identifier: Apache-2.0
#include "engine/validate/elf_file.hpp"

#include <algorithm>

#include "dsl/text/unicode.hpp"
#include "engine/elf/image.hpp"
#include "engine/elf/library_facts.hpp"
#include "engine/elf/symbol.hpp"
#include "engine/host/library.hpp"
#include "engine/host/sealed_library.hpp"
#include "engine/load/file.hpp"

namespace colonnade::engine {
namespace {

constexpr std::size_t MostExported = 1'000;
constexpr std::size_t MostNameBytes = 255;

std::string name_at(const ElfImage& image, std::uint64_t address) {
    const auto text = image.at(address).substr(0, MostNameBytes);
    return dsl::visible(text.substr(0, text.find('\0')));
}

std::vector<std::string> exported_by(const ElfImage& image) {
    std::vector<std::string> names;
    const auto symbols = image.dynamic(DT_SYMTAB);
    const auto texts = image.dynamic(DT_STRTAB);
    if (!symbols || !texts) return names;
    const auto count = symbol_count(image);
    for (std::uint64_t i = 1; i < count && names.size() < MostExported; ++i) {
        const auto symbol = image.item_at<Elf64_Sym>(*symbols, i);
        if (!symbol) break;
        const auto binding = ELF64_ST_BIND(symbol->st_info);
        // Templates of the C++ library are weak, and the same in every library that has them.
        if (symbol->st_shndx == SHN_UNDEF || binding == STB_WEAK || binding == STB_LOCAL) continue;
        names.push_back(name_at(image, *texts + symbol->st_name));
    }
    return names;
}

}  // namespace

std::optional<ElfFile> read_elf(const std::filesystem::path& file, std::string& problem) {
    const auto content = read_file(file, MostLibraryBytes);
    const auto* bytes = std::get_if<std::string>(&content);
    if (bytes == nullptr) {
        problem = std::get<FileProblem>(content).message;
        return std::nullopt;
    }
    const auto image = ElfImage::read(*bytes, problem);
    const auto facts = image ? read_library(*bytes, problem) : std::nullopt;
    if (!facts) return std::nullopt;
    return ElfFile{exported_by(*image), find_symbol(*image, EntrySymbol).has_value(),
                   facts->unsafe};
}

}  // namespace colonnade::engine
