// SPDX-License-Identifier: Apache-2.0
// Containers that are damaged, hostile, too large, or no LinkedIn export at all.
#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>

#include "plugins/linkedin/container.hpp"
#include "plugins/linkedin/limits.hpp"
#include "tests/unit/linkedin/support.hpp"

using namespace colonnade::linkedin;
using namespace colonnade::linkedin::test;

namespace {

const std::string OneVote = "Date,Link,OptionText\n2026-11-01 10:00:00,x,y\n";
const std::string OneSkill = "Name\nBaking\n";

Outcome import_bytes(const std::string& bytes, const std::string& name = "x_11-20-2026.zip") {
    const MemoryStream stream(name, bytes);
    return import(stream.stream());
}

std::int32_t probe_zip(const std::string& bytes) {
    const MemoryStream stream("x.zip", bytes);
    return probe(stream.stream());
}

// Overwrites bytes behind the signature of the given record of the first entry that has it.
std::string patched(std::string bytes, std::string_view signature, std::size_t at,
                    std::string_view value) {
    const auto start = bytes.find(signature);
    REQUIRE(start != std::string::npos);
    bytes.replace(start + at, value.size(), value);
    return bytes;
}

class Blanks : public EntryReader {
public:
    explicit Blanks(std::uint64_t count) : left_(count) {}
    std::int64_t read(char* buffer, std::uint64_t size) override {
        const auto count = std::min(size, left_);
        std::fill_n(buffer, count, ' ');
        left_ -= count;
        return static_cast<std::int64_t>(count);
    }

private:
    std::uint64_t left_;
};

// One file of blanks, whose archive says how much of it is packed.
class PackedFile : public Container {
public:
    PackedFile(std::uint64_t packed, std::uint64_t bytes) : bytes_(bytes) {
        entries_.push_back({"Votes.csv", "", packed});
    }
    std::unique_ptr<EntryReader> open(std::size_t /*entry*/) override {
        return std::make_unique<Blanks>(bytes_);
    }
    [[nodiscard]] std::uint64_t size(std::size_t /*entry*/) override { return bytes_; }

private:
    std::uint64_t bytes_;
};

// Why a file that unpacks to `bytes` is refused, or nothing.
std::string refusal_of(std::uint64_t packed, std::uint64_t bytes) {
    PackedFile container(packed, bytes);
    Budget budget{MostTotalBytes};
    std::string content;
    std::string reason;
    const bool is_whole = read_whole(container, 0, budget, content, reason);
    CHECK(is_whole == reason.empty());
    return reason;
}

constexpr std::string_view LocalHeader("PK\3\4", 4);
constexpr std::string_view DirectoryHeader("PK\1\2", 4);

}  // namespace

TEST_CASE("a zip is known by two files, half by one", "[linkedin][container]") {
    CHECK(probe_zip(make_zip({{"Votes.csv", OneVote}, {"a/Skills.csv", OneSkill}})) == 100);
    CHECK(probe_zip(make_zip({{"Votes.csv", OneVote}, {"x.txt", "x"}})) == 60);
    CHECK(probe_zip(make_zip({{"x.txt", "x"}})) == 10);
    CHECK(probe_zip("PK\3\4 and no more") == 10);
    CHECK(probe_zip("{\"profile\": 1}") == 0);
    CHECK(probe_zip("") == 0);
}

TEST_CASE("a folder is known by its files alone", "[linkedin][container]") {
    const auto probed = [](const std::map<std::string, std::string>& files) {
        const MemoryStream folder("x", files);
        return probe(folder.stream());
    };
    CHECK(probed({{"Votes.csv", OneVote}, {"Skills.csv", OneSkill}}) == 100);
    CHECK(probed({{"Votes.csv", OneVote}}) == 60);
    CHECK(probed({{"x.txt", "x"}}) == 0);
    CHECK(probed({}) == 0);
}

TEST_CASE("without a known file there is nothing to read", "[linkedin][container]") {
    const auto outcome = import_bytes(make_zip({{"x.csv", "a,b\n"}}));
    CHECK(outcome.code == COLONNADE_UNSUPPORTED);
    CHECK(outcome.message.find("no file of a LinkedIn export found; looked for Connections.csv") ==
          0);
    const MemoryStream folder("x", {{"x.txt", "x"}});
    CHECK(import(folder.stream()).code == COLONNADE_UNSUPPORTED);
    CHECK(import_bytes("just text").code == COLONNADE_UNSUPPORTED);
}

TEST_CASE("a zip that is cut off anywhere is refused in a sentence", "[linkedin][container]") {
    const auto bytes = make_zip({{"Votes.csv", OneVote}, {"Skills.csv", OneSkill}});
    for (std::size_t size = 4; size < bytes.size(); ++size) {
        const auto outcome = import_bytes(bytes.substr(0, size));
        INFO(size << " " << outcome.message);
        REQUIRE(outcome.code == COLONNADE_UNREADABLE);
        REQUIRE(outcome.message.find("damaged or cut off") != std::string::npos);
    }
}

TEST_CASE("no changed byte crashes the reader", "[linkedin][container]") {
    const auto bytes = make_zip({{"Votes.csv", OneVote}, {"Skills.csv", OneSkill}});
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ 0x55);
        static_cast<void>(import_bytes(changed));
    }
}

TEST_CASE("a damaged file does not take the others with it", "[linkedin][container]") {
    auto bytes = make_zip({{"Votes.csv", OneVote, false}, {"Skills.csv", OneSkill, false}});
    bytes[bytes.find("2026-11-01")] = '3';
    const auto outcome = import_bytes(bytes);
    REQUIRE(outcome.code == COLONNADE_OK);
    CHECK(file(outcome, "Votes.csv")["status"] == "refused");
    CHECK_FALSE(outcome.document.contains("votes"));
    CHECK(outcome.document["skills"].size() == 1);
}

TEST_CASE("a stream that fails is unreadable", "[linkedin][container]") {
    MemoryStream stream("x.zip", make_zip({{"Votes.csv", OneVote}}));
    stream.break_off();
    CHECK(import(stream.stream()).code == COLONNADE_UNREADABLE);
    CHECK(probe(stream.stream()) == -1);
}

TEST_CASE("a stream that fails in the middle is not taken for a damaged file",
          "[linkedin][container]") {
    const auto zip = make_zip({{"Votes.csv", OneVote}, {"Skills.csv", OneSkill}});
    MemoryStream whole("x.zip", zip);
    REQUIRE(import(whole.stream()).code == COLONNADE_OK);
    for (int reads = 0; reads < whole.reads(); ++reads) {
        MemoryStream stream("x.zip", zip);
        stream.break_off_after(reads);
        CHECK(import(stream.stream()).code == COLONNADE_UNREADABLE);
    }
    MemoryStream folder(std::string("x"), {{"Votes.csv", OneVote}, {"Skills.csv", OneSkill}});
    folder.break_off_inside();
    CHECK(import(folder.stream()).code == COLONNADE_UNREADABLE);
}

TEST_CASE("paths that lead away and passwords are refused by file", "[linkedin][container]") {
    CHECK(path_refusal("Votes.csv").empty());
    CHECK(path_refusal("a..b/Votes.csv").empty());
    CHECK_FALSE(path_refusal("../Votes.csv").empty());
    CHECK_FALSE(path_refusal("a/../../Votes.csv").empty());
    CHECK_FALSE(path_refusal("/Votes.csv").empty());
    CHECK_FALSE(path_refusal("a\\Votes.csv").empty());
    CHECK(path_refusal(std::string(MostNameBytes, 'a')).empty());
    CHECK_FALSE(path_refusal(std::string(MostNameBytes + 1, 'a')).empty());
    const auto outcome =
        import_bytes(make_zip({{"../Votes.csv", OneVote}, {"Skills.csv", OneSkill}}));
    CHECK(file(outcome, "Votes.csv")["status"] == "refused");
    auto locked = make_zip({{"Votes.csv", OneVote}, {"Skills.csv", OneSkill}});
    locked = patched(patched(locked, LocalHeader, 6, "\x01"), DirectoryHeader, 8, "\x01");
    CHECK(file(import_bytes(locked), "Votes.csv")["reason"] == "it is protected by a password");
}

TEST_CASE("the number of files is bounded", "[linkedin][container][limits]") {
    std::map<std::string, std::string> files{{"Votes.csv", OneVote}};
    std::vector<ZipEntry> entries{{"Votes.csv", OneVote}};
    for (std::int64_t i = 1; i < MostEntries; ++i) {
        files[std::to_string(i)] = "";
        entries.push_back({std::to_string(i), ""});
    }
    const MemoryStream inside("x_11-20-2026", files);
    CHECK(import(inside.stream()).code == COLONNADE_OK);
    CHECK(import_bytes(make_zip(entries)).code == COLONNADE_OK);
    files["one more"] = "";
    entries.push_back({"one more", ""});
    const MemoryStream outside("x_11-20-2026", files);
    CHECK(import(outside.stream()).code == COLONNADE_UNSUPPORTED);
    CHECK(import_bytes(make_zip(entries)).code == COLONNADE_UNSUPPORTED);
}

TEST_CASE("a file that unpacks beyond all measure is refused", "[linkedin][container][limits]") {
    // Blank lines pack 1000 to 1; below the free size that is allowed.
    const std::string head = "Date,Link,OptionText\n";
    const auto small = head + std::string(FreeOfRatioBytes / 2, '\n');
    const auto large = head + std::string(8 * FreeOfRatioBytes, '\n');
    CHECK(file(import_bytes(make_zip({{"Votes.csv", small}})), "Votes.csv")["status"] == "read");
    const auto bomb = import_bytes(make_zip({{"Votes.csv", large}, {"Skills.csv", OneSkill}}));
    CHECK(file(bomb, "Votes.csv")["reason"] == "unpacks to more than 200 times its size");
    CHECK(bomb.document["skills"].size() == 1);
    CHECK(file(import_bytes(make_zip({{"Votes.csv", large, false}})), "Votes.csv")["status"] ==
          "read");
}

TEST_CASE("200 times its packed size is the most", "[linkedin][container][limits]") {
    constexpr std::uint64_t Packed = 6'000;
    CHECK(refusal_of(Packed, Packed * MostRatio).empty());
    CHECK(refusal_of(Packed, Packed * MostRatio + 1) == "unpacks to more than 200 times its size");
    CHECK(refusal_of(1, FreeOfRatioBytes).empty());
    CHECK_FALSE(refusal_of(1, FreeOfRatioBytes + 1).empty());
    CHECK(refusal_of(std::numeric_limits<std::uint64_t>::max(), FreeOfRatioBytes + 1).empty());
}

TEST_CASE("what a directory says about sizes is not believed", "[linkedin][container][limits]") {
    const auto large = "Date,Link,OptionText\n" + std::string(8 * FreeOfRatioBytes, '\n');
    auto lying = make_zip({{"Votes.csv", large}, {"Skills.csv", OneSkill}});
    const std::string five("\5\0\0\0", 4);
    lying = patched(patched(lying, LocalHeader, 22, five), DirectoryHeader, 24, five);
    const auto outcome = import_bytes(lying);
    CHECK(file(outcome, "Votes.csv")["status"] == "refused");
    CHECK(outcome.document["skills"].size() == 1);
}

TEST_CASE("only LinkedIn's ways of packing are unpacked", "[linkedin][container]") {
    const auto sound = make_zip({{"Votes.csv", OneVote}, {"Skills.csv", OneSkill}});
    for (const char* method : {"\x0C", "\x0E", "\x5D"}) {
        const auto packed =
            patched(patched(sound, LocalHeader, 8, method), DirectoryHeader, 10, method);
        const auto outcome = import_bytes(packed);
        REQUIRE(outcome.code == COLONNADE_OK);
        CHECK(file(outcome, "Votes.csv")["reason"] ==
              "it is packed in a way that LinkedIn does not use");
        CHECK(outcome.document["skills"].size() == 1);
    }
}

TEST_CASE("a link in an archive is not followed", "[linkedin][container]") {
    const auto mode_of = [](std::uint32_t mode) {
        const auto outcome =
            import_bytes(make_zip({{"Votes.csv", OneVote, true, mode}, {"Skills.csv", OneSkill}}));
        return file(outcome, "Votes.csv");
    };
    CHECK(mode_of(0100644)["status"] == "read");
    CHECK(mode_of(0120777)["reason"] == "it is a link, not a file");
}

TEST_CASE("two files of one name make an archive that nobody can trust", "[linkedin][container]") {
    auto bytes = make_zip({{"Votes.csv", OneVote, false}, {"Votez.csv", OneVote, false}});
    for (auto at = bytes.find("Votez.csv"); at != std::string::npos; at = bytes.find("Votez.csv"))
        bytes[at + 4] = 's';
    CHECK(import_bytes(bytes).code == COLONNADE_UNREADABLE);
}

TEST_CASE("files that share their bytes are refused with the archive", "[linkedin][container]") {
    auto bytes = make_zip({{"Votes.csv", OneVote, false}, {"Skills.csv", OneVote, false}});
    // The second file of the directory begins where the first one does.
    const auto second = bytes.find(DirectoryHeader, bytes.find(DirectoryHeader) + 1);
    REQUIRE(second != std::string::npos);
    bytes.replace(second + 42, 4, std::string(4, '\0'));
    CHECK(import_bytes(bytes).code == COLONNADE_UNREADABLE);
}

TEST_CASE("one file is bounded", "[linkedin][container][limits]") {
    const MemoryStream folder("x", {{"a.csv", "12345"}});
    Failure failure;
    const auto container = open_container(folder.stream(), failure);
    REQUIRE(container);
    std::string content;
    std::string reason;
    Budget budget{100, "all", 5};
    CHECK(read_whole(*container, 0, budget, content, reason));
    budget.file_bytes = 4;
    CHECK_FALSE(read_whole(*container, 0, budget, content, reason));
    CHECK(reason == "larger than 256 MiB");
    CHECK(Budget{}.file_bytes == MostFileBytes);
}

TEST_CASE("all files together are bounded", "[linkedin][container][limits]") {
    const MemoryStream folder("x", {{"a.csv", "12345"}});
    Failure failure;
    const auto container = open_container(folder.stream(), failure);
    REQUIRE(container);
    std::string content;
    std::string reason;
    Budget enough{5};
    CHECK(read_whole(*container, 0, enough, content, reason));
    CHECK(enough.bytes == 0);
    Budget too_little{4};
    CHECK_FALSE(read_whole(*container, 0, too_little, content, reason));
    CHECK(reason == "all files together are larger than 1 GiB");
}

TEST_CASE("the size of an archive is bounded before it is read", "[linkedin][container][limits]") {
    const MemoryStream stream("x.zip", make_zip({{"Votes.csv", OneVote}}));
    auto larger = stream.stream();
    larger.length = MostArchiveBytes + 1;
    CHECK(import(larger).code == COLONNADE_UNSUPPORTED);
    larger.length = MostArchiveBytes;
    CHECK(import(larger).code == COLONNADE_UNREADABLE);
}

TEST_CASE("the date of the newest file is that of its clock", "[linkedin][container]") {
    const auto outcome = import_bytes(make_zip({{"Votes.csv", OneVote}}), "x.zip");
    CHECK(outcome.report["as_of"]["value"] == "2026-11-21T06:30:00Z");
    CHECK(outcome.report["as_of"]["from"] == "the newest file in the archive");
}
