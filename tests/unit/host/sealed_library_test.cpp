// SPDX-License-Identifier: Apache-2.0
// What was read is what is hashed and loaded, whatever becomes of the file.
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "engine/host/in_process.hpp"
#include "engine/host/library.hpp"
#include "engine/host/sealed_library.hpp"
#include "tests/unit/host/support.hpp"

namespace colonnade::tests {

using engine::Refusal;
using engine::SealedLibrary;

TEST_CASE("the digest of a sealed library is that of its file", "[host][sealed]") {
    const TempFolder folder;
    Refusal refusal;
    const auto abc = SealedLibrary::read(folder.write("abc.so", "abc"), refusal);
    REQUIRE(abc != nullptr);
    CHECK(abc->id() == "abc");
    CHECK(abc->sha256() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    const auto empty = SealedLibrary::read(folder.write("empty.so", ""), refusal);
    REQUIRE(empty != nullptr);
    CHECK(empty->sha256() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("nobody can change a sealed library", "[host][sealed]") {
    const TempFolder folder;
    Refusal refusal;
    const auto file = folder.write("abc.so", "abc");
    const auto library = SealedLibrary::read(file, refusal);
    REQUIRE(library != nullptr);
    std::ofstream(file) << "xyz and more";
    CHECK(::pwrite(library->descriptor(), "x", 1, 0) < 0);
    CHECK(::ftruncate(library->descriptor(), 0) != 0);
    std::string text;
    std::ifstream(library->content()) >> text;
    CHECK(text == "abc");
}

TEST_CASE("what was sealed is loaded, not what the file has become", "[host][sealed]") {
    const TempFolder folder;
    folder.add_plugins({"plain"});
    Refusal refusal;
    const auto library = SealedLibrary::read(folder.path() / "plain.so", refusal);
    REQUIRE(library != nullptr);
    folder.write("plain.so", "no library any more");
    const auto* entry = engine::open_library(library, refusal);
    INFO(refusal.message);
    REQUIRE(entry != nullptr);
    const auto plugin = engine::InProcessPlugin::start(*entry, library->file(), {"0.1.0"}, refusal);
    REQUIRE(plugin != nullptr);
    CHECK(plugin->id() == "plain");
    CHECK(plugin->file() == folder.path() / "plain.so");
}

TEST_CASE("sealed memory that holds no library is refused by the file's name", "[host][sealed]") {
    const TempFolder folder;
    Refusal refusal;
    const auto library = SealedLibrary::read(folder.write("text.so", "words"), refusal);
    REQUIRE(library != nullptr);
    CHECK(engine::open_library(library, refusal) == nullptr);
    CHECK(refusal.message ==
          "plugin `text`: " + (folder.path() / "text.so").string() + " is no shared library");
}

TEST_CASE("what cannot be read or is too large is no library", "[host][sealed]") {
    const TempFolder folder;
    const auto words_of = [](const std::filesystem::path& file) {
        Refusal refusal;
        CHECK(SealedLibrary::read(file, refusal) == nullptr);
        return refusal.message;
    };
    CHECK_THAT(words_of(folder.path() / "none.so"), Catch::Contains("No such file"));
    CHECK_THAT(words_of(folder.path()), Catch::Contains("is no shared library"));
    const auto large = folder.write("large.so", "");
    std::filesystem::resize_file(large, engine::MostLibraryBytes + 1);
    CHECK_THAT(words_of(large), Catch::Contains("more than 256 MiB"));
    std::filesystem::resize_file(large, engine::MostLibraryBytes);
    Refusal refusal;
    CHECK(SealedLibrary::read(large, refusal) != nullptr);
}

}  // namespace colonnade::tests
