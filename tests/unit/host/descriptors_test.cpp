// SPDX-License-Identifier: Apache-2.0
// One good descriptor, of which one thing is broken at a time: each is refused with the words for
// it, and what is just inside a limit is taken.
#include <catch2/catch.hpp>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "engine/host/describe.hpp"
#include "tests/plugins/functions.hpp"

namespace colonnade::tests {
namespace {

constexpr double Nan = std::numeric_limits<double>::quiet_NaN();

// A function `f(words, items{at, size})` that gives a category, with everything that can be broken.
struct Draft {
    colonnade_parameter words = value("words", COLONNADE_WORDS);
    colonnade_parameter at = value("at", COLONNADE_TIME);
    colonnade_parameter size = value("size", COLONNADE_NUMBER, COLONNADE_NULLABLE);
    std::vector<const colonnade_parameter*> fields = {&at, &size};
    colonnade_parameter items = list("items", fields);
    std::vector<const colonnade_parameter*> parameters = {&words, &items};
    std::vector<colonnade_category_value> values = {{text_of("low"), nullptr, 0},
                                                    {text_of("high"), nullptr, 0}};
    std::vector<colonnade_localised> titles = {{text_of("de"), text_of("Höhe")}};
    colonnade_function_descriptor function{};
    std::int32_t count = 1;
    std::int32_t described = 1;

    Draft() {
        function.size = sizeof function;
        function.id = text_of("f");
        function.result_kind = COLONNADE_CATEGORY;
        function.result_min = -Infinity;
        function.result_max = Infinity;
        update();
    }
    Draft(const Draft&) = delete;
    // After a vector has grown.
    void update() {
        items.fields = fields.data();
        items.field_count = static_cast<std::int32_t>(fields.size());
        function.parameters = parameters.data();
        function.parameter_count = static_cast<std::int32_t>(parameters.size());
        function.category_values = values.data();
        function.category_count = static_cast<std::int32_t>(values.size());
        function.titles = titles.data();
        function.title_count = static_cast<std::int64_t>(titles.size());
    }
    void make_number() {
        function.result_kind = COLONNADE_NUMBER;
        function.category_count = 0;
    }
};

const Draft* current = nullptr;

const colonnade_functions Extension = {
    sizeof(colonnade_functions), 0, [] { return current->count; },
    [](std::int32_t index) -> const colonnade_function_descriptor* {
        return index >= 0 && index < current->described ? &current->function : nullptr;
    },
    nullptr};

// What is wrong with the draft after `change`; empty where nothing is.
std::string problem_after(const std::function<void(Draft&)>& change) {
    Draft draft;
    change(draft);
    current = &draft;
    engine::Refusal refusal;
    const auto described = engine::describe_functions(Extension, "p", refusal);
    CHECK(described.has_value() == refusal.message.empty());
    return refusal.message.empty() ? ""
                                   : refusal.message.substr(std::string("plugin `p`: ").size());
}

struct Case {
    const char* expected;
    std::function<void(Draft&)> change;
};

void check(const std::vector<Case>& cases) {
    for (const auto& item : cases)
        CHECK(problem_after(item.change) == item.expected);
}

}  // namespace

TEST_CASE("a descriptor that is right is taken", "[host]") {
    check({{"", [](Draft&) {}},
           {"", [](Draft& d) { d.function.flags = COLONNADE_ORDERED; }},
           {"", [](Draft& d) { d.words.default_words = text_of("pets"); }},
           {"", [](Draft& d) { d.items.flags = COLONNADE_REPEATED; }},
           {"", [](Draft& d) { d.items.field_count = 0; }},
           {"", [](Draft& d) { d.function.size += 64; }},
           {"", [](Draft& d) { d.make_number(); }}});
}

TEST_CASE("numbers of functions that cannot be are refused", "[host]") {
    check(
        {{"-1 functions, expected 0 to 1000", [](Draft& d) { d.count = -1; }},
         {"1001 functions, expected 0 to 1000", [](Draft& d) { d.count = 1001; }},
         {"function at index 0 has no descriptor", [](Draft& d) { d.described = 0; }},
         {"function `f` is there twice", [](Draft& d) { d.count = d.described = 2; }},
         {"it describes a function beyond the 1 that it has", [](Draft& d) { d.described = 2; }}});
}

TEST_CASE("a function's head that cannot be is refused", "[host]") {
    static const std::string long_name(65, 'a');
    static const char bad_utf8[] = "H\xF6he";
    check({{"function at index 0: a descriptor of 8 bytes, expected 104",
            [](Draft& d) { d.function.size = 8; }},
           {"function at index 0: its id is ``, expected small letters, digits and `_`",
            [](Draft& d) { d.function.id = {}; }},
           {"function at index 0: its id is no text",
            [](Draft& d) {
                d.function.id = {nullptr, 3};
            }},
           {"function at index 0: its id is no text",
            [](Draft& d) { d.function.id = text_of(bad_utf8); }},
           {"function at index 0: its id is `9a`, expected small letters, digits and `_`",
            [](Draft& d) { d.function.id = text_of("9a"); }},
           {"function `f`: flags that this program does not know",
            [](Draft& d) { d.function.flags = 2; }},
           {"function `f`: -1 titles, expected 0 to 64",
            [](Draft& d) { d.function.title_count = -1; }},
           {"function `f`: 1 descriptions, expected 0 to 64",
            [](Draft& d) { d.function.description_count = 1; }},
           {"function `f`: its titles are no texts in languages",
            [](Draft& d) { d.titles[0].text = text_of(bad_utf8); }},
           {"function `f`: its titles are no texts in languages",
            [](Draft& d) { d.titles[0].text = text_of("a\x1b[31m"); }},
           {"function `f`: its titles are no texts in languages",
            [](Draft& d) { d.titles[0].language = text_of("de de"); }},
           {"function `f`: two titles in `de`", [](Draft& d) {
                d.titles.push_back(d.titles[0]);
                d.update();
            }}});
    CHECK(problem_after([](Draft& d) {
              d.function.id = text_of(long_name);
          }).starts_with("function at index 0: its id is `aaaaaaaa"));
    CHECK(problem_after([](Draft& d) {
              d.function.id = text_of(std::string_view(long_name).substr(1));
          }).empty());
}

TEST_CASE("parameters that cannot be are refused", "[host]") {
    check({{"function `f`: -1 parameters, expected 0 to 64",
            [](Draft& d) { d.function.parameter_count = -1; }},
           {"function `f`: 65 parameters, expected 0 to 64",
            [](Draft& d) { d.function.parameter_count = 65; }},
           {"function `f`: a parameter that is missing or too short",
            [](Draft& d) { d.parameters[0] = nullptr; }},
           {"function `f`: a parameter that is missing or too short",
            [](Draft& d) { d.words.size = 16; }},
           {"function `f`: two parameters of one name",
            [](Draft& d) { d.items.name = text_of("words"); }},
           {"function `f`: parameter `words` has the kind 10, which this program does not know",
            [](Draft& d) { d.words.kind = COLONNADE_RECORD; }},
           {"function `f`: parameter `words` has the kind 99, which this program does not know",
            [](Draft& d) { d.words.kind = 99; }},
           {"function `f`: parameter `words` has flags that this program does not know",
            [](Draft& d) { d.words.flags = 4; }},
           {"function `f`: parameter `words` repeats and is not the last",
            [](Draft& d) { d.words.flags = COLONNADE_REPEATED; }},
           {"function `f`: parameter `items` names a word list and takes none",
            [](Draft& d) { d.items.default_words = text_of("pets"); }},
           {"function `f`: its word list's name is `../a`, expected small letters, digits and `_`",
            [](Draft& d) { d.words.default_words = text_of("../a"); }},
           {"function `f`: parameter `words` has fields, is no list",
            [](Draft& d) { d.words.field_count = 1; }}});
}

TEST_CASE("fields that cannot be are refused", "[host]") {
    check({{"function `f`: parameter `items` has 65 fields, expected 0 to 64",
            [](Draft& d) { d.items.field_count = 65; }},
           {"function `f`: parameter `items` has 2 fields, expected 0 to 64",
            [](Draft& d) { d.items.fields = nullptr; }},
           {"function `f`: parameter `items` has a field that is missing or too short",
            [](Draft& d) { d.fields[1] = nullptr; }},
           {"function `f`: parameter `items` has two fields of one name",
            [](Draft& d) { d.fields[1] = &d.at; }},
           {"function `f`: field `at` of `items` has the kind 9, which no field has",
            [](Draft& d) { d.at.kind = COLONNADE_LIST; }},
           {"function `f`: field `at` of `items` has flags that no field has",
            [](Draft& d) { d.at.flags = COLONNADE_REPEATED; }}});
}

TEST_CASE("results that cannot be are refused", "[host]") {
    check({{"function `f`: its result has the kind 7, which no result has",
            [](Draft& d) { d.function.result_kind = COLONNADE_TEXT; }},
           {"function `f`: its result has the kind 0, which no result has",
            [](Draft& d) { d.function.result_kind = 0; }},
           {"function `f`: its result is between nan and inf",
            [](Draft& d) { d.function.result_min = Nan; }},
           {"function `f`: its result is between 1 and 0",
            [](Draft& d) {
                d.function.result_min = 1;
                d.function.result_max = 0;
            }},
           {"function `f`: its result is between inf and inf",
            [](Draft& d) { d.function.result_min = Infinity; }},
           {"function `f`: its result has values or an order and is no category",
            [](Draft& d) { d.function.result_kind = COLONNADE_NUMBER; }},
           {"function `f`: its result has values or an order and is no category",
            [](Draft& d) {
                d.make_number();
                d.function.flags = COLONNADE_ORDERED;
            }},
           {"function `f`: its category has 0 values, expected 1 to 256",
            [](Draft& d) { d.function.category_count = 0; }},
           {"function `f`: its category has 257 values, expected 1 to 256",
            [](Draft& d) { d.function.category_count = 257; }},
           {"function `f`: its category has `low` twice",
            [](Draft& d) { d.values[1].id = text_of("low"); }},
           {"function `f`: its category value's id is `very low`, expected small letters, digits "
            "and `_`",
            [](Draft& d) { d.values[1].id = text_of("very low"); }}});
}

}  // namespace colonnade::tests
