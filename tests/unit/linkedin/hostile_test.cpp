// SPDX-License-Identifier: Apache-2.0
// Archives with bytes changed at made-up places: whatever comes out, it is valid or a clear
// refusal.
#include <catch2/catch.hpp>
#include <cstdint>
#include <filesystem>

#include "tests/unit/linkedin/support.hpp"

using namespace colonnade::linkedin::test;

namespace {

// A small generator of our own, so that the same places are hit everywhere.
class Places {
public:
    explicit Places(std::uint64_t seed) : state_(seed) {}
    std::size_t below(std::size_t size) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>(state_ >> 33U) % size;
    }

private:
    std::uint64_t state_;
};

void spoil(std::string& content, Places& places) {
    static const std::vector<std::string> pieces{"\"",
                                                 "\\",
                                                 ",",
                                                 "\n",
                                                 "\r\n",
                                                 "\"\n\"",
                                                 "\xFF",
                                                 std::string(1, '\0'),
                                                 "\xE2\x82",
                                                 "\\\"",
                                                 "2026-11-01 10:00:00,https://",
                                                 "99999999999999999999"};
    if (content.empty()) return;
    const auto at = places.below(content.size());
    content.replace(at, places.below(std::min<std::size_t>(4, content.size() - at) + 1),
                    pieces[places.below(pieces.size())]);
}

}  // namespace

TEST_CASE("spoilt files end in a document or a refusal", "[linkedin][hostile]") {
    const auto folder = std::filesystem::path(fresh_folder("hostile")) / "files";
    make_archive("--persona newcomer --out " + folder.string());
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        files[entry.path().lexically_relative(folder).generic_string()] =
            read_file(entry.path().string());
    }
    for (std::uint64_t round = 0; round < 150; ++round) {
        INFO(round);
        Places places(round);
        auto spoilt = files;
        for (auto& [path, content] : spoilt) {
            for (int i = 0; i < 3; ++i)
                spoil(content, places);
        }
        // Parses the document and the report, so both are valid JSON in valid UTF-8.
        const auto outcome = import(spoilt);
        REQUIRE(outcome.document["profile"] == 1);
        REQUIRE(outcome.report["facts"].size() == 40);
    }
}
