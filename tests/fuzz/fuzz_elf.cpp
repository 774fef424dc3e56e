// SPDX-License-Identifier: Apache-2.0
// Files of plugins before anything of them runs: each is facts or a reason, and what the facts
// point to lies in the file.
#include "engine/elf/library_facts.hpp"

#include "dsl/text/unicode.hpp"
#include "engine/elf/symbol.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace colonnade;
using fuzz::hold;

namespace {

void check_text(const colonnade_text& text, const std::string& content) {
    if (text.data == nullptr) return;
    const bool inside =
        text.data >= content.data() &&
        text.size <= static_cast<std::uint64_t>(content.data() + content.size() - text.data);
    hold(inside, "a text of the entry lies in the file");
}

// Nothing that a table of symbols may say takes long.
void count_symbols(const std::string& content) {
    std::string problem;
    if (const auto image = engine::ElfImage::read(content, problem))
        static_cast<void>(engine::symbol_count(*image));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto content = fuzz::text_of(data, size);
    count_symbols(content);
    std::string problem;
    const auto facts = engine::read_library(content, problem);
    hold(facts.has_value() == problem.empty(), "a library without facts has a reason", problem);
    if (!facts) return 0;
    hold(facts->needed.size() <= engine::MostNeededLibraries, "names of libraries have a bound");
    for (const auto& name : facts->needed)
        hold(dsl::visible(name) == name, "a name of a library can be shown", name);
    if (!facts->entry) return 0;
    check_text(facts->entry->id, content);
    check_text(facts->entry->version, content);
    return 0;
}
