// SPDX-License-Identifier: Apache-2.0
// What a function gets is what the engine has, and what it gives comes back.
#include <catch2/catch.hpp>

#include "tests/unit/host/calls.hpp"

namespace colonnade::tests {
namespace {

using dsl::Kind;
using Values = std::vector<MaybeNumber>;
constexpr auto Unknown = std::nullopt;

}  // namespace

TEST_CASE("values of each storage go there and back", "[host]") {
    Caller echo("echo");
    const Values numbers = {1.5, -3.0, Unknown, 0.0};
    const auto amounts = column(Kind::Number, numbers);
    CHECK(echo.call("number", {{.column = &amounts}}, 4).values == numbers);
    const Values flags = {1.0, 0.0, Unknown};
    const auto yes_nos = column(Kind::YesNo, flags);
    CHECK(echo.call("yes", {{.column = &yes_nos}}, 3).values == flags);
    const Values choices = {2.0, Unknown, 0.0};
    const auto colours = column(Kind::Category, choices);
    CHECK(echo.call("colour", {{.column = &colours}}, 3).values == choices);
}

TEST_CASE("moments are microseconds there and seconds here", "[host]") {
    Caller echo("echo");
    const Values seconds = {0.0, -86400.0, 1795219199.0, Unknown};
    for (const auto kind : {Kind::Time, Kind::Date}) {
        const auto moments = column(kind, seconds);
        CHECK(echo.call("time", {{.column = &moments}}, 4).values == seconds);
    }
    const auto as_of = echo.call("as_of", {}, {1'500'000, -1'000'000, 0});
    CHECK(as_of.values == Values{1.5, -1.0, 0.0});
}

TEST_CASE("texts keep their bytes and their places", "[host]") {
    Caller echo("echo");
    const auto words = texts({"ab", "", Unknown, "c"});
    CHECK(echo.call("text_sum", {{.column = &words}}, 4).values ==
          Values{97.0 + 98.0, 0.0, Unknown, 99.0});
    const auto empty = texts({"", ""});
    CHECK(echo.call("text_sum", {{.column = &empty}}, 2).values == Values{0.0, 0.0});
}

TEST_CASE("word lists come with their groups", "[host]") {
    Caller echo("echo");
    const dsl::WordList plain{"pets", {{"", "cat"}, {"", "dogs"}}};
    CHECK(echo.call("word_bytes", {{.words = &plain}}, 2).values == Values{7.0, 7.0});
    const dsl::WordList grouped{"titles", {{"owner", "CEO"}, {"lead", "head"}}};
    CHECK(echo.call("word_bytes", {{.words = &grouped}}, 1).values == Values{9007.0});
    const dsl::WordList none{"none", {}};
    CHECK(echo.call("word_bytes", {{.words = &none}}, 1).values == Values{0.0});
}

TEST_CASE("lists come with the fields that the function reads, in its order", "[host]") {
    Caller echo("echo");
    const auto items =
        list({2, 0, 1, -1}, {column(Kind::Number, {2.0, Unknown, 3.0}),
                             column(Kind::Number, {10.0, 20.0, 30.0}), texts({"a", Unknown, ""})});
    CHECK(echo.call("item_sum", {{.list = &items}}, 4).values ==
          Values{20.0 + 97.0 + 20.0, 0.0, 90.0, Unknown});
}

TEST_CASE("the last parameter may repeat", "[host]") {
    Caller echo("echo");
    const auto posts = list({1, 0, -1}, {column(Kind::Time, {5.0})});
    const auto votes = list({1, 0, 1}, {column(Kind::Date, {86400.0, 172800.0})});
    CHECK(echo.call("latest", {{.list = &posts}}, 3).values == Values{5.0, Unknown, Unknown});
    CHECK(echo.call("latest", {{.list = &posts}, {.list = &votes}}, 3).values ==
          Values{86400.0, Unknown, 172800.0});
}

TEST_CASE("categories come with the ids of their values", "[host]") {
    Caller echo("echo");
    const auto sizes = categories({"s", "medium"}, {1.0, 0.0, Unknown, 1.0});
    CHECK(echo.call("name_bytes", {{.column = &sizes}}, 4).values ==
          Values{6.0, 1.0, Unknown, 6.0});
    const auto items = list({1, 2}, {categories({"xl", "extra"}, {0.0, 1.0, 0.0})});
    CHECK(echo.call("item_name_bytes", {{.list = &items}}, 2).values == Values{2.0, 7.0});
}

TEST_CASE("no function depends on the order of a schema's values", "[host]") {
    Caller insights("insights", COLONNADE_BUNDLED);
    const auto curated = [&](const std::vector<std::string>& ids, const Values& kinds) {
        const auto posts = list({static_cast<int>(kinds.size())}, {categories(ids, kinds)});
        return insights.call("curated", {{.list = &posts}}, 1);
    };
    CHECK(curated({"text", "link", "repost"}, {0.0, 1.0, 2.0, 0.0}).values == Values{0.5});
    CHECK(curated({"repost", "poll", "link"}, {0.0, 1.0, 2.0, 0.0}).values == Values{0.75});
    CHECK(curated({"text", "link"}, {0.0}).problem ==
          "plugin `insights`: function `curated`: no kind of post is called `repost` or none "
          "`link`");
}

TEST_CASE("what is unknown reaches only functions that take it", "[host]") {
    Caller echo("echo");
    const auto words = texts({"a", Unknown, Unknown});
    const auto amounts = column(Kind::Number, {1.0, 1.0, Unknown});
    CHECK(echo.call("unknowns", {{.column = &words}, {.column = &amounts}}, 3).values ==
          Values{0.0, 1.0, 2.0});
    CHECK(echo.call("nothing", {{.column = &amounts}}, 3).values ==
          Values{Unknown, Unknown, Unknown});
}

TEST_CASE("columns are laid out as the contract says", "[host]") {
    Caller echo("echo");
    for (const std::size_t rows : {1UL, 7UL, 8UL, 9UL, 1000UL}) {
        const std::vector<int> counts(rows, 3);
        const Values numbers(3 * rows, 1.0);
        const auto items =
            list(counts, {column(Kind::Number, numbers), column(Kind::Number, numbers),
                          texts(std::vector<MaybeText>(3 * rows, "abc"))});
        CHECK(echo.call("sound_items", {{.list = &items}}, rows).values == Values(rows, 1.0));
        const auto words = texts(std::vector<MaybeText>(rows, "abc"));
        CHECK(echo.call("sound_text", {{.column = &words}}, rows).values == Values(rows, 1.0));
    }
}

TEST_CASE("no rows are no call", "[host]") {
    Caller faulty("faulty");
    const auto none = column(Kind::Number, {});
    const auto called = faulty.call("throws", {{.column = &none}}, 0);
    CHECK_FALSE(called.problem);
    CHECK(called.values.empty());
}

TEST_CASE("arguments that no checked program gives are refused", "[host]") {
    Caller echo("echo");
    const auto amounts = column(Kind::Number, {1.0});
    const auto share = column(Kind::Share, {1.0});
    const auto events = list({1}, {column(Kind::Time, {1.0})});
    const std::string begin = "plugin `echo`: function `number`: ";
    CHECK(echo.call("number", {}, 1).problem == begin + "found 0 arguments, expected 1");
    CHECK(echo.call("number", {{.column = &amounts}, {.column = &amounts}}, 1).problem ==
          begin + "found 2 arguments, expected 1");
    CHECK(echo.call("number", {{.column = &share}}, 1).problem ==
          begin + "parameter `amount` was given another kind");
    CHECK(echo.call("number", {{.column = &amounts}}, 2).problem ==
          begin + "parameter `amount` was given another number of rows");
    CHECK(echo.call("number", {{.list = &events}}, 1).problem ==
          begin + "parameter `amount` was given something of another shape");
    CHECK(echo.call("item_sum", {{.list = &events}}, 1).problem ==
          "plugin `echo`: function `item_sum`: parameter `items` was given other fields");
}

TEST_CASE("a description comes over whole", "[host]") {
    Caller echo("echo");
    const auto& colour = echo.function("colour");
    CHECK(colour.plugin == "echo");
    REQUIRE(colour.result.category);
    CHECK(colour.result.category->values == std::vector<std::string>{"red", "green", "blue"});
    CHECK(colour.result.category->titles.at(0).in("de") == "Rot");
    CHECK(colour.result.category->titles.at(1).empty());
    CHECK(colour.result.category->ordered);
    CHECK(colour.bounds.min == 0);
    CHECK(colour.bounds.max == 2);
    CHECK(colour.title.in("en") == "Red");
    const auto& items = echo.function("item_sum").parameters.at(0);
    CHECK(items.kind == Kind::List);
    REQUIRE(items.fields.size() == 3);
    CHECK(items.fields[0].name == "weight");
    CHECK(items.fields[0].nullable);
    CHECK_FALSE(items.fields[1].nullable);
    CHECK(items.fields[2].kind == Kind::Text);
    const auto& events = echo.function("latest").parameters.at(0);
    CHECK(events.repeated);
    CHECK(events.nullable);
    CHECK(echo.function("yes").bounds.max == 1);
}

}  // namespace colonnade::tests
