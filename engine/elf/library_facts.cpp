// SPDX-License-Identifier: Apache-2.0
#include "engine/elf/library_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "dsl/text/unicode.hpp"
#include "engine/elf/symbol.hpp"
#include "engine/host/library.hpp"

namespace colonnade::engine {
namespace {

// Longer than any name that a file system takes.
constexpr std::size_t MostNameBytes = 255;

// The text that ends with a NUL; nothing where it is too long or has no end.
std::optional<std::string> text_at(const ElfImage& image, std::uint64_t address) {
    const auto text = image.at(address).substr(0, MostNameBytes + 1);
    const auto end = text.find('\0');
    if (end == std::string_view::npos) return std::nullopt;
    return dsl::visible(text.substr(0, end));
}

bool read_needed(const ElfImage& image, std::vector<std::string>& needed) {
    const auto texts = image.dynamic(DT_STRTAB);
    for (const auto& entry : image.dynamic_table()) {
        if (entry.d_tag != DT_NEEDED) continue;
        auto name = texts ? text_at(image, *texts + entry.d_un.d_val) : std::nullopt;
        if (!name || needed.size() == MostNeededLibraries) return false;
        needed.push_back(std::move(*name));
    }
    return true;
}

// Without the mark, the loader of glibc takes it that the stack must be executable.
bool wants_executable_stack(const ElfImage& image) {
    const auto marks = image.segments(PT_GNU_STACK);
    return marks.empty() || (marks.front().p_flags & PF_X) != 0;
}

Refusal unsafe_of(const ElfImage& image, const std::vector<std::string>& needed) {
    if (image.dynamic(DT_RPATH) || image.dynamic(DT_RUNPATH))
        return {"brings places of its own in which to look for libraries (RPATH)",
                "link it without `-rpath`, or take it out: patchelf --remove-rpath"};
    for (const auto& name : needed) {
        if (name.find('/') != std::string::npos)
            return {fmt::format("needs the library {} by its path", name),
                    "link it against libraries by name"};
    }
    if (wants_executable_stack(image))
        return {"asks for a stack that can be executed", "link it with `-z noexecstack`"};
    if (image.dynamic(DT_TEXTREL) || (image.dynamic(DT_FLAGS).value_or(0) & DF_TEXTREL) != 0)
        return {"must be changed in memory where it is executed (TEXTREL)",
                "compile it with `-fPIC`"};
    return {};
}

colonnade_text entry_text(const ElfImage& image, std::uint64_t address) {
    const auto pointer = pointer_at(image, address + offsetof(colonnade_text, data));
    const auto size = image.value_at<std::uint64_t>(address + offsetof(colonnade_text, size));
    if (!pointer || !size) return {};
    const auto bytes = image.at(*pointer);
    // A size beyond the bytes keeps its number, which no reader of texts takes.
    return {bytes.size() < *size ? nullptr : bytes.data(), *size};
}

// Only whether it is null counts. What another library decides is there.
template <class Function>
Function entry_function(const ElfImage& image, std::uint64_t address) {
    const auto pointer = pointer_at(image, address);
    return reinterpret_cast<Function>(static_cast<std::uintptr_t>(pointer.value_or(1)));
}

// As much of it as its own size says and the symbol has.
std::optional<colonnade_plugin> read_entry(const ElfImage& image) {
    const auto symbol = find_symbol(image, EntrySymbol);
    if (!symbol || symbol->st_size < sizeof(std::uint32_t)) return std::nullopt;
    const auto at = symbol->st_value;
    colonnade_plugin entry{};
    const auto held = image.at(at);
    const auto size = std::min<std::uint64_t>({held.size(), symbol->st_size, sizeof entry});
    if (size < sizeof entry.size) return std::nullopt;
    std::memcpy(&entry, held.data(), std::min<std::size_t>(size, offsetof(colonnade_plugin, id)));
    entry.size = static_cast<std::uint32_t>(std::min<std::uint64_t>(entry.size, symbol->st_size));
    if (entry.size < sizeof entry) return entry;
    entry.id = entry_text(image, at + offsetof(colonnade_plugin, id));
    entry.version = entry_text(image, at + offsetof(colonnade_plugin, version));
    const auto function = [&]<class Function>(Function& slot, std::size_t offset) {
        slot = entry_function<Function>(image, at + offset);
    };
    function(entry.init, offsetof(colonnade_plugin, init));
    function(entry.deinit, offsetof(colonnade_plugin, deinit));
    function(entry.get, offsetof(colonnade_plugin, get));
    return entry;
}

}  // namespace

std::optional<LibraryFacts> read_library(std::string_view bytes, std::string& problem) {
    const auto image = ElfImage::read(bytes, problem);
    if (!image) return std::nullopt;
    LibraryFacts facts;
    if (!read_needed(*image, facts.needed)) {
        problem = "names libraries that it needs beyond what can be read";
        return std::nullopt;
    }
    facts.entry = read_entry(*image);
    facts.unsafe = unsafe_of(*image, facts.needed);
    return facts;
}

}  // namespace colonnade::engine
