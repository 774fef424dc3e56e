// SPDX-License-Identifier: Apache-2.0
// Rules that a plugin brings: which part of them is used, whose names they may have, and what is
// said of those that do not fit.
#include <catch2/catch.hpp>

#include "dsl/rulebook/fragment.hpp"
#include "dsl/yaml/read.hpp"
#include "tests/support/tiny.hpp"

using namespace colonnade;

namespace {

using Marks = std::vector<std::string>;

struct Used {
    dsl::Node part;
    Marks marks;

    // The ids of the map under `key`.
    [[nodiscard]] std::string ids(std::string_view key) const {
        std::string ids;
        const auto* map = part.find(key);
        if (map == nullptr) return "-";
        for (const auto& entry : map->entries)
            ids += (ids.empty() ? "" : " ") + entry.key.text;
        return ids;
    }
};

const dsl::FragmentUse Video{"my-video", {"my-video"}, "tiny", {"en"}};

Used used(const std::string& text, const dsl::FragmentUse& use = Video) {
    dsl::Diagnostics diagnostics;
    const auto source = tests::source_of(text);
    auto root = dsl::read_yaml(source, diagnostics);
    const dsl::Form form{{source}, diagnostics};
    Used result{dsl::used_part(form, root ? std::move(*root) : dsl::Node(), use), {}};
    result.marks = tests::Reading{{}, diagnostics.sorted(), source}.marks();
    return result;
}

constexpr auto Head = "colonnade: 1\nrulebook: x\nschema: tiny\nlanguages: [en, de]\n";
constexpr auto Pillars =
    "pillars:\n  my-video:\n    title: {en: V, de: W}\n  my-video-live:\n    title: {en: L}\n";

}  // namespace

TEST_CASE("names of a plugin's own", "[dsl][fragment]") {
    for (const auto* id : {"video", "video-", "video-live", "video-a-b"})
        CHECK(dsl::is_own_id("video", id));
    for (const auto* id : {"", "vide", "videos", "video_live", "a-video", "Video"})
        CHECK_FALSE(dsl::is_own_id("video", id));
    for (const auto* name : {"my_video", "my_video_live"})
        CHECK(dsl::is_own_name("my-video", name));
    for (const auto* name : {"", "my_videos", "my-video", "my_video-live", "video"})
        CHECK_FALSE(dsl::is_own_name("my-video", name));
}

TEST_CASE("only the pillars that are named are used", "[dsl][fragment]") {
    const auto text = std::string(Head) + Pillars;
    CHECK(used(text).ids("pillars") == "my-video");
    CHECK(used(text, {"my-video", {"my-video-live", "my-video"}, "tiny", {}}).ids("pillars") ==
          "my-video my-video-live");
    CHECK(used(text, {"my-video", {"my-video-x"}, "tiny", {}}).part.kind == dsl::NodeKind::Empty);
    CHECK(used(Head).part.kind == dsl::NodeKind::Empty);
}

TEST_CASE("what a rulebook says of itself stays behind, the rest comes along", "[dsl][fragment]") {
    const auto result = used(std::string(Head) +
                             "edition: e\ntitle: {en: T}\nnote: {en: N}\nplugins: [my-video]\n" +
                             "horizon: 1 week\nmost_per_rule: 1%\nratings: {a: {}}\nwhat: 1\n" +
                             "define:\n  my_video: 1\nlists:\n  my_video_words: [a]\n" +
                             "cautions:\n  my-video-much: {}\n" + Pillars);
    CHECK(result.marks.empty());
    std::string keys;
    for (const auto& entry : result.part.entries)
        keys += entry.key.text + " ";
    CHECK(keys == "what define lists cautions pillars ");
}

TEST_CASE("languages that the rulebook does not have are left out", "[dsl][fragment]") {
    const auto result = used(std::string(Head) + Pillars);
    const auto& title = *result.part.find("pillars")->find("my-video")->find("title");
    CHECK(title.find("en") != nullptr);
    CHECK(title.find("de") == nullptr);
}

TEST_CASE("names that are not the plugin's own", "[dsl][fragment]") {
    CHECK(used(std::string(Head) + Pillars + "define:\n  video: 1\n  my_video_x: 2\n").marks ==
          Marks{"plugin-rules: video"});
    CHECK(used(std::string(Head) + Pillars + "lists:\n  my-video: [a]\n").marks ==
          Marks{"plugin-rules: my-video"});
    CHECK(used(std::string(Head) + Pillars + "cautions:\n  my_video: {}\n").marks ==
          Marks{"plugin-rules: my_video"});
    CHECK(used(std::string(Head) + Pillars + "  brand:\n    title: {en: B}\n").marks ==
          Marks{"plugin-rules: brand"});
}

TEST_CASE("rules that do not fit the rulebook", "[dsl][fragment]") {
    CHECK(used(std::string("colonnade: 1\nschema: other\n") + Pillars).marks ==
          Marks{"plugin-rules: other"});
    CHECK(used(std::string("colonnade: 1\nextends: other\n") + Pillars).marks ==
          Marks{"plugin-rules: extends"});
    CHECK(used(std::string("colonnade: 9\n") + Pillars).marks == Marks{"wrong-version: 9"});
    CHECK(used(Pillars).marks.at(0).starts_with("missing-key"));
    CHECK(used("- a\n").marks.at(0).starts_with("wrong-shape"));
}

TEST_CASE("parts of any shape end in a finding or in nothing", "[dsl][fragment]") {
    for (const auto* text :
         {"pillars: x\n", "pillars: [my-video]\n", "pillars:\n", "languages: x\n",
          "languages:\n  a: b\n", "schema: [a]\n", "define: [a]\n", "lists: 1\n"})
        (void)used(std::string("colonnade: 1\n") + text + "cautions: [x]\n");
    CHECK(used("").part.kind == dsl::NodeKind::Empty);
}
