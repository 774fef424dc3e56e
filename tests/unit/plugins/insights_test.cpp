// SPDX-License-Identifier: Apache-2.0
// The functions of the plugin `insights`.
#include "tests/unit/plugins/test_host.hpp"
#include "tests/unit/plugins/word_lists.hpp"

namespace colonnade::tests {
namespace {

constexpr Category Text{0}, Link{1}, Media{2}, Repost{3}, Group{4};

}  // namespace

TEST_CASE("regularity is the share of weeks with a post", "[plugins][insights]") {
    const Records posts = {{at("2026-11-19")}, {at("2026-11-18")}, {at("2026-11-04")}, {unknown}};
    check_cases("insights", "regularity", at("2026-11-20T23:59:59"),
                {
                    {"two of four", {posts, 4 * OneWeek}, 0.5},
                    {"never", {Records{}, 12 * OneWeek}, 0},
                    {"unknown posts", {unknown, 12 * OneWeek}, unknown},
                    {"unknown window", {posts, unknown}, unknown},
                    {"shorter than a week", {posts, OneDay}, unknown},
                });
}

TEST_CASE("curated is the share of reposts and links", "[plugins][insights]") {
    check_cases(
        "insights", "curated", at("2026-11-20"),
        {
            {"no post", {Records{}}, unknown},
            {"unknown posts", {unknown}, unknown},
            {"one of each kind", {Records{{Text}, {Link}, {Media}, {Repost}, {Group}}}, 0.4},
            {"all own", {Records{{Text}, {Media}, {Group}}}, 0},
            {"all shared", {Records{{Link}, {Repost}}}, 1},
            {"unknown kinds are left out", {Records{{Link}, {unknown}, {Text}}}, 0.5},
            {"only unknown kinds", {Records{{unknown}}}, unknown},
        });
}

TEST_CASE("matches_of counts the entries that occur", "[plugins][insights]") {
    const WordList words = {{"", "Katze"},       {"", "Katzen*"},          {"", "cat"},
                            {"", "Überflieger"}, {"", "am Puls der Zeit"}, {"", "cat"}};
    check_cases("insights", "matches_of", at("2026-11-20"),
                {
                    {"none", {"Der Hund schläft", words}, 0},
                    {"empty text", {"", words}, 0},
                    {"unknown text", {unknown, words}, unknown},
                    {"one", {"Meine Katze", words}, 1},
                    {"twice is once", {"Katze, Katze, KATZE!", words}, 1},
                    {"the start of a word", {"Katzenvideos", words}, 1},
                    {"part of a word is none", {"concatenate, Schmusekatze, cats, cat2", words}, 0},
                    {"signs around", {"\"cat\"; #cat", words}, 1},
                    {"capital umlaut", {"ein ÜBERFLIEGER", words}, 1},
                    {"several words", {"Immer am  Puls der Zeit.", words}, 1},
                    {"not all of them", {"am Puls der Stadt", words}, 0},
                    {"torn apart by a comma", {"am Puls, der Zeit", words}, 0},
                    {"two entries", {"Katze und cat", words}, 2},
                });
    check_cases("insights", "matches_of", at("2026-11-20"),
                {{"an empty list", {"Katze", WordList{}}, 0}});
}

TEST_CASE("an entry without a letter is refused with its place", "[plugins][insights]") {
    const LoadedPlugin insights("insights");
    const auto answer =
        call_once(insights, "matches_of", {{"text", WordList{{"", "!!"}}}}, {at("2026-11-20")});
    CHECK(answer.code == COLONNADE_INVALID_ARGUMENT);
    CHECK(answer.error.parameter == 1);
    CHECK(std::string(answer.error.message) == "the entry `!!` has no letter and no digit");
}

TEST_CASE("the bundled lists find what they should and leave business alone",
          "[plugins][insights][lists]") {
    const WordList off_topic = bundled_list("off_topic");
    const WordList politics = bundled_list("politics");
    const WordList buzzwords = bundled_list("buzzwords");
    check_cases("insights", "matches_of", at("2026-11-20"),
                {
                    {"cat video", {"Schaut euch mein Katzenvideo an", off_topic}, 1},
                    {"dog", {"My dog at the office", off_topic}, 1},
                    {"joke", {"Kennt ihr den Witz schon?", off_topic}, 1},
                    {"leave as a topic of work", {"Urlaubsanspruch bei Kündigung", off_topic}, 0},
                    {"plastic", {"PET bottles are recycled", off_topic}, 0},
                    {"category", {"a new product category", off_topic}, 0},
                });
    check_cases("insights", "matches_of", at("2026-11-20"),
                {
                    {"election", {"Meine Meinung zur Bundestagswahl", politics}, 1},
                    {"government", {"Die Bundesregierung schläft", politics}, 1},
                    {"a choice", {"Die Wahl des richtigen Werkzeugs", politics}, 0},
                    {"a rank", {"Our new SVP Sales", politics}, 0},
                    {"a contract", {"beide Parteien unterschreiben", politics}, 0},
                    {"policy", {"our privacy policy", politics}, 0},
                });
    check_cases(
        "insights", "matches_of", at("2026-11-20"),
        {
            {"empty", {"Passionate visionary and motivated team player", buzzwords}, 4},
            {"empty in German", {"Hochmotivierter Teamplayer mit Leidenschaft", buzzwords}, 3},
            {"a job", {"Creative Director | Strategic Purchasing", buzzwords}, 0},
            {"another", {"Maschinenbauingenieurin für Pumpen", buzzwords}, 0},
        });
}

}  // namespace colonnade::tests
