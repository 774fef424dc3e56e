// SPDX-License-Identifier: Apache-2.0
// Files and folders as sources see them: bytes where they ask, names without a path.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/host/abi.hpp"
#include "engine/host/stream.hpp"
#include "tests/unit/host/support.hpp"

namespace colonnade::tests {
namespace {

namespace fs = std::filesystem;

std::string view(colonnade_text text) {
    return {text.data, static_cast<std::size_t>(text.size)};
}

std::string read(const colonnade_stream& stream, std::int64_t offset, std::size_t size) {
    std::string buffer(size, '\0');
    const auto count =
        stream.read_at(&stream, offset, buffer.data(), static_cast<std::int64_t>(size));
    if (count < 0) return "failed";
    return buffer.substr(0, static_cast<std::size_t>(count));
}

std::vector<std::string> names(const colonnade_stream& stream) {
    std::vector<std::string> names;
    for (std::int64_t i = 0; i < stream.entry_count; ++i)
        names.push_back(view(stream.entry_name(&stream, i)));
    return names;
}

std::string problem_with(const fs::path& path) {
    std::string problem;
    CHECK(engine::open_stream(path, problem) == nullptr);
    return problem;
}

std::unique_ptr<engine::HostStream> open(const fs::path& path) {
    std::string problem;
    auto stream = engine::open_stream(path, problem);
    INFO(problem);
    REQUIRE(stream != nullptr);
    return stream;
}

}  // namespace

TEST_CASE("a file is read where the reader asks", "[host][stream]") {
    const TempFolder folder;
    const auto stream = open(folder.write("export.zip", "0123456789"));
    const auto& abi = stream->abi();
    CHECK(view(abi.name) == "export.zip");
    CHECK(abi.length == 10);
    CHECK(abi.entry_count == 0);
    CHECK(abi.modified > 0);
    CHECK(read(abi, 0, 4) == "0123");
    CHECK(read(abi, 8, 4) == "89");
    CHECK(read(abi, 10, 4).empty());
    CHECK(read(abi, 99, 4).empty());
    CHECK(read(abi, 0, 0).empty());
    CHECK(read(abi, -1, 4) == "failed");
    CHECK(abi.read_at(&abi, 0, nullptr, 4) == -1);
    char byte = 0;
    CHECK(abi.read_at(&abi, 0, &byte, -1) == -1);
    CHECK(abi.entry_name(&abi, 0).size == 0);
    auto error = engine::empty_error();
    CHECK(abi.open_entry(&abi, 0, &error) == nullptr);
    CHECK(error.code == COLONNADE_INVALID_ARGUMENT);
}

TEST_CASE("a folder gives its files at any depth, in order", "[host][stream]") {
    const TempFolder folder;
    folder.write("export/Profile.csv", "a");
    folder.write("export/Articles/b.html", "b");
    folder.write("export/Articles/A/c.html", "c");
    folder.write("export/Zebra.csv", "");
    fs::create_directory(folder.path() / "export/Empty");
    const auto stream = open(folder.path() / "export");
    const auto& abi = stream->abi();
    CHECK(view(abi.name) == "export");
    CHECK(abi.length == -1);
    CHECK(abi.modified == -1);
    CHECK(names(abi) == std::vector<std::string>{"Articles/A/c.html", "Articles/b.html",
                                                 "Profile.csv", "Zebra.csv"});
    auto error = engine::empty_error();
    const auto* entry = abi.open_entry(&abi, 1, &error);
    REQUIRE(entry != nullptr);
    CHECK(view(entry->name) == "Articles/b.html");
    CHECK(read(*entry, 0, 9) == "b");
    entry->close(entry);
    CHECK(abi.open_entry(&abi, 4, &error) == nullptr);
    CHECK(abi.open_entry(&abi, -1, &error) == nullptr);
    CHECK(error.code == COLONNADE_INVALID_ARGUMENT);
    CHECK(abi.entry_name(&abi, 4).size == 0);
    CHECK(read(abi, 0, 1) == "failed");
}

TEST_CASE("the name is what the person named", "[host][stream]") {
    const TempFolder folder;
    const auto file = folder.write("data/store.bin", "x");
    fs::create_symlink(file, folder.path() / "export.zip");
    CHECK(view(open(folder.path() / "export.zip")->abi().name) == "export.zip");
    CHECK(view(open(folder.path() / "data/")->abi().name) == "data");
    CHECK(view(open(folder.path() / "data" / ".")->abi().name) == "data");
    CHECK(view(open(folder.path() / "data" / "..")->abi().name) == folder.path().filename());
    CHECK(view(open(folder.write("\xE4.zip", ""))->abi().name) == "<E4>.zip");
}

TEST_CASE("links and devices inside a folder are not looked at", "[host][stream]") {
    const TempFolder outside;
    const auto secret = outside.write("secret.csv", "s");
    const TempFolder folder;
    const auto gone = folder.write("a.csv", "a");
    fs::create_symlink(secret, folder.path() / "b.csv");
    fs::create_directory_symlink(outside.path(), folder.path() / "c");
    REQUIRE(::mkfifo((folder.path() / "d.csv").c_str(), 0600) == 0);
    const auto stream = open(folder.path());
    const auto& abi = stream->abi();
    CHECK(names(abi) == std::vector<std::string>{"a.csv"});
    // What becomes a link after it was listed is not followed either.
    fs::remove(gone);
    fs::create_symlink(secret, gone);
    auto error = engine::empty_error();
    CHECK(abi.open_entry(&abi, 0, &error) == nullptr);
    CHECK(error.code == COLONNADE_UNREADABLE);
    CHECK(std::string(error.message).starts_with("cannot be read: "));
}

TEST_CASE("what is neither file nor folder is refused", "[host][stream]") {
    const TempFolder folder;
    CHECK(problem_with(folder.path() / "nothing") == "there is nothing of this name");
    CHECK(problem_with(folder.path() / std::string(5000, 'a')) ==
          "cannot be read: File name too long");
    const auto pipe = folder.path() / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(problem_with(pipe) == "is neither a file nor a folder");
    fs::create_symlink(folder.path() / "nothing", folder.path() / "dangling");
    CHECK(problem_with(folder.path() / "dangling") == "there is nothing of this name");
}

TEST_CASE("a folder may hold 5,000 files and folders, not more", "[host][stream]") {
    const TempFolder folder;
    for (int i = 0; i < 4'999; ++i)
        folder.write("many/" + std::to_string(i), "");
    fs::create_directory(folder.path() / "many/folder");
    CHECK(open(folder.path() / "many")->abi().entry_count == 4'999);
    folder.write("many/one more", "");
    CHECK(problem_with(folder.path() / "many") == "holds more than 5000 files and folders");
}

}  // namespace colonnade::tests
