// SPDX-License-Identifier: Apache-2.0
// What the file of a library tells without being loaded; and what a file that lies tells: words.
#include <elf.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>
#include <fstream>
#include <iterator>

#include "engine/elf/library_facts.hpp"
#include "engine/elf/symbol.hpp"
#include "tests/unit/host/support.hpp"

namespace colonnade::tests {
namespace {

using engine::ElfImage;
using engine::LibraryFacts;

std::string bytes_of(const std::string& id) {
    std::ifstream file(module_of(id), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string problem_of(const std::string& bytes) {
    std::string problem;
    CHECK_FALSE(engine::read_library(bytes, problem));
    return problem;
}

LibraryFacts facts_of(const std::string& bytes) {
    std::string problem;
    auto facts = engine::read_library(bytes, problem);
    INFO(problem);
    REQUIRE(facts);
    return std::move(*facts);
}

std::string_view text_of(const colonnade_text& text) {
    return {text.data, text.size};
}

// With the change that `edit` makes to the header.
template <class Edit>
std::string with_header(std::string bytes, const Edit& edit) {
    Elf64_Ehdr header;
    std::memcpy(&header, bytes.data(), sizeof header);
    edit(header);
    std::memcpy(bytes.data(), &header, sizeof header);
    return bytes;
}

// With the change that `edit` makes to each program header.
template <class Edit>
std::string with_segments(std::string bytes, const Edit& edit) {
    Elf64_Ehdr header;
    std::memcpy(&header, bytes.data(), sizeof header);
    for (std::size_t i = 0; i < header.e_phnum; ++i) {
        auto* place = bytes.data() + header.e_phoff + i * sizeof(Elf64_Phdr);
        Elf64_Phdr segment;
        std::memcpy(&segment, place, sizeof segment);
        edit(segment);
        std::memcpy(place, &segment, sizeof segment);
    }
    return bytes;
}

// With a table of `count` segments, of which those beyond the real ones are nothing.
std::string with_segment_count(std::string bytes, std::uint16_t count) {
    Elf64_Ehdr header;
    std::memcpy(&header, bytes.data(), sizeof header);
    auto table = bytes.substr(header.e_phoff, header.e_phnum * sizeof(Elf64_Phdr));
    table.resize(count * sizeof(Elf64_Phdr));
    header.e_phoff = bytes.size();
    header.e_phnum = count;
    std::memcpy(bytes.data(), &header, sizeof header);
    return bytes + table;
}

// With a dynamic table of `count` entries before the end mark, all but the real ones unknown.
std::string with_dynamic_count(std::string bytes, std::size_t count) {
    std::string problem;
    const auto image = ElfImage::read(bytes, problem);
    REQUIRE(image);
    auto entries = image->dynamic_table();
    entries.resize(count, Elf64_Dyn{DT_DEBUG, {0}});
    entries.push_back({});
    const auto place = bytes.size();
    bytes.append(reinterpret_cast<const char*>(entries.data()), entries.size() * sizeof entries[0]);
    return with_segments(std::move(bytes), [&](Elf64_Phdr& segment) {
        // A segment that nothing of ours looks into holds the new table.
        if (segment.p_type == PT_GNU_STACK)
            segment = {PT_LOAD, PF_R, place, 1U << 30U, 1U << 30U, 1U << 20U, 1U << 20U, 1};
        if (segment.p_type == PT_DYNAMIC) segment.p_vaddr = 1U << 30U;
    });
}

// With `edit` done to each entry of the dynamic table, the end mark too.
template <class Edit>
std::string with_dynamic(std::string bytes, const Edit& edit) {
    std::string problem;
    const auto image = ElfImage::read(bytes, problem);
    REQUIRE(image);
    const auto table = image->segments(PT_DYNAMIC).at(0);
    for (std::size_t at = 0; at + sizeof(Elf64_Dyn) <= table.p_filesz; at += sizeof(Elf64_Dyn)) {
        auto* place = bytes.data() + table.p_offset + at;
        Elf64_Dyn entry;
        std::memcpy(&entry, place, sizeof entry);
        edit(entry);
        std::memcpy(place, &entry, sizeof entry);
    }
    return bytes;
}

}  // namespace

TEST_CASE("the entry of a plugin is read out of its file", "[host][elf]") {
    const auto bytes = bytes_of("newer-minor");
    const auto facts = facts_of(bytes);
    REQUIRE(facts.entry);
    CHECK(facts.entry->size >= sizeof(colonnade_plugin));
    CHECK(facts.entry->abi_major == COLONNADE_ABI_MAJOR);
    CHECK(facts.entry->abi_minor > COLONNADE_ABI_MINOR);
    CHECK(text_of(facts.entry->id) == "newer-minor");
    CHECK(text_of(facts.entry->version) == "2.0.0-rc.1");
    CHECK(facts.entry->init != nullptr);
    CHECK(facts.entry->get != nullptr);
    CHECK(facts.unsafe.message.empty());
}

#if defined(__x86_64__)
TEST_CASE("libraries of other linkers are read as well", "[host][elf]") {
    const auto seed = [](const std::string& name) {
        std::ifstream file(COLONNADE_SOURCE_DIR "/tests/fuzz/corpus/elf/" + name, std::ios::binary);
        return std::string{std::istreambuf_iterator<char>(file), {}};
    };
    for (const auto* name : {"gnu-hash", "sysv-hash", "run-path-and-stack"}) {
        const auto bytes = seed(name);
        const auto entry = facts_of(bytes).entry;
        INFO(name);
        REQUIRE(entry);
        CHECK(text_of(entry->id) == "seed");
        CHECK(text_of(entry->version) == "1.0.0");
    }
    const auto bytes = seed("run-path-and-stack");
    CHECK(facts_of(bytes).unsafe.message ==
          "brings places of its own in which to look for libraries (RPATH)");
}
#endif

TEST_CASE("an entry tells what is wrong with it", "[host][elf]") {
    const auto null_get = bytes_of("null-get");
    CHECK(facts_of(null_get).entry.value().get == nullptr);
    const auto no_entry = bytes_of("no-entry");
    CHECK_FALSE(facts_of(no_entry).entry);
    const auto older = bytes_of("older-major");
    CHECK(facts_of(older).entry.value().abi_major == 0);
    const auto none = bytes_of("no-version");
    CHECK(facts_of(none).entry.value().size == 8);
}

TEST_CASE("what a library needs is listed", "[host][elf]") {
    const auto needed = facts_of(bytes_of("intrusive")).needed;
    CHECK(std::find(needed.begin(), needed.end(), "libc.so.6") != needed.end());
}

TEST_CASE("what no plugin may ask of the loader is told with what helps", "[host][elf]") {
    const auto plain = bytes_of("plain");
    const auto unsafe = [](const std::string& bytes) { return facts_of(bytes).unsafe; };
    const auto stack = with_segments(plain, [](auto& segment) {
        if (segment.p_type == PT_GNU_STACK) segment.p_flags |= PF_X;
    });
    CHECK(unsafe(stack).message == "asks for a stack that can be executed");
    CHECK(unsafe(stack).help == "link it with `-z noexecstack`");
    const auto no_mark = with_segments(plain, [](auto& segment) {
        if (segment.p_type == PT_GNU_STACK) segment.p_type = PT_NULL;
    });
    CHECK(unsafe(no_mark).message == "asks for a stack that can be executed");
    // The entries that count relocations and versions are not looked at: one of them is changed.
    const auto tagged = [&](std::int64_t tag) {
        return with_dynamic(plain, [tag](auto& entry) {
            if (entry.d_tag == DT_RELACOUNT) entry.d_tag = tag;
        });
    };
    for (const auto tag : {DT_RPATH, DT_RUNPATH}) {
        CHECK(unsafe(tagged(tag)).message ==
              "brings places of its own in which to look for libraries (RPATH)");
    }
    CHECK(unsafe(tagged(DT_TEXTREL)).message ==
          "must be changed in memory where it is executed (TEXTREL)");
    CHECK(unsafe(tagged(DT_TEXTREL)).help == "compile it with `-fPIC`");
}

TEST_CASE("a library for another machine is told from one that is broken", "[host][elf]") {
    const auto plain = bytes_of("plain");
    const auto machine = [&](std::uint16_t number) {
        return problem_of(with_header(plain, [&](auto& header) { header.e_machine = number; }));
    };
#if defined(__x86_64__)
    CHECK(machine(EM_AARCH64) == "is built for AArch64, this program for x86-64");
#endif
    CHECK_THAT(machine(EM_RISCV), Catch::Matchers::StartsWith("is built for RISC-V, "));
    CHECK_THAT(machine(60000), Catch::Matchers::StartsWith("is built for machine 60000, "));
    const auto ident = [&](int at, char value) {
        auto bytes = plain;
        bytes[static_cast<std::size_t>(at)] = value;
        return problem_of(bytes);
    };
    CHECK(ident(EI_CLASS, ELFCLASS32) == "is built for 32 bits, this program for 64");
    CHECK(ident(EI_CLASS, 9) == "is no shared library");
    CHECK(ident(EI_DATA, ELFDATA2MSB) == "is built for a machine with another order of bytes");
    CHECK(problem_of(with_header(plain, [](auto& header) { header.e_type = ET_REL; })) ==
          "is no shared library");
    CHECK(problem_of("") == "is no shared library");
    CHECK(problem_of("\x7f") == "is no shared library");
    CHECK(problem_of(plain.substr(0, EI_NIDENT)) == "is cut off");
}

TEST_CASE("counts and offsets beyond the file are words", "[host][elf]") {
    const auto plain = bytes_of("plain");
    const auto* damaged = "is cut off or damaged";
    CHECK(problem_of(with_header(plain, [](auto& header) { header.e_phnum = 0xffff; })) == damaged);
    CHECK(problem_of(with_header(plain, [](auto& header) { header.e_phoff = ~0ULL; })) == damaged);
    CHECK(problem_of(with_header(plain, [](auto& header) { header.e_phentsize = 0; })) == damaged);
    CHECK(problem_of(with_segments(plain, [](auto& segment) { segment.p_offset = ~0ULL; })) ==
          damaged);
    // A table without an end names whatever follows it.
    CHECK(problem_of(with_dynamic(plain, [](auto& entry) { entry.d_tag = DT_NEEDED; })) ==
          "names libraries that it needs beyond what can be read");
    CHECK(problem_of(with_segments(plain, [](auto& segment) {
              if (segment.p_type == PT_DYNAMIC) segment.p_vaddr = ~0ULL;
          })) == damaged);
    // All tables at addresses where nothing lies.
    CHECK_FALSE(facts_of(with_dynamic(plain, [](auto& entry) {
                    if (entry.d_tag != DT_NULL && entry.d_tag != DT_NEEDED &&
                        entry.d_tag != DT_STRTAB)
                        entry.d_un.d_val = ~0ULL - 7;
                })).entry);
    CHECK(problem_of(with_dynamic(bytes_of("intrusive"), [](auto& entry) {
              if (entry.d_tag == DT_NEEDED) entry.d_un.d_val = ~0ULL / 2;
          })) == "names libraries that it needs beyond what can be read");
}

TEST_CASE("tables longer than any library's are not looked through", "[host][elf]") {
    const auto echo = bytes_of("echo");
    const auto* damaged = "is cut off or damaged";
    CHECK(facts_of(with_segment_count(echo, engine::MostSegments)).entry);
    CHECK(problem_of(with_segment_count(echo, engine::MostSegments + 1)) == damaged);
    CHECK(facts_of(with_dynamic_count(echo, engine::MostDynamicEntries)).entry);
    CHECK(problem_of(with_dynamic_count(echo, engine::MostDynamicEntries + 1)) == damaged);
}

TEST_CASE("a library cut at any length, or with any byte changed, is read without harm",
          "[host][elf]") {
    const auto plain = bytes_of("plain");
    std::string problem;
    for (std::size_t size = 0; size < plain.size(); size += size < 4096 ? 1 : 61)
        static_cast<void>(engine::read_library(plain.substr(0, size), problem));
    for (std::size_t at = 0; at < plain.size(); at += at < 4096 ? 1 : 61) {
        auto changed = plain;
        changed[at] = static_cast<char>(~changed[at]);
        problem.clear();
        const auto facts = engine::read_library(changed, problem);
        CHECK(facts.has_value() == problem.empty());
    }
}

}  // namespace colonnade::tests
