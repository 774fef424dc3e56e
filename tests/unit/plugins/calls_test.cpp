// SPDX-License-Identifier: Apache-2.0
// Calls that no rulebook makes: no rows, wrong columns, the ends of time, texts that are no UTF-8.
// They end in an answer or in an error record, never otherwise.
#include <limits>

#include "tests/unit/plugins/test_host.hpp"

namespace colonnade::tests {
namespace {

constexpr Time First{std::numeric_limits<std::int64_t>::min()};
constexpr Time Last{std::numeric_limits<std::int64_t>::max()};

// Calls `people.active_days` with one argument column of another kind.
std::int32_t call_with_text_for_window(const LoadedPlugin& people, colonnade_error& error) {
    const auto& function = *people.functions().describe(0);
    colonnade_parameter text = *function.parameters[0];
    text.kind = COLONNADE_TEXT;
    const Column window(text, {Value("a week")});
    const Column list(*function.parameters[1], {Value(Records{})});
    const colonnade_column* const columns[] = {window.raw(), list.raw()};
    const std::int64_t as_of = 0;
    const colonnade_batch batch = {sizeof batch, 2, 1, &as_of, columns};
    double value = 0;
    std::uint8_t known = 0;
    colonnade_output out = {sizeof out, COLONNADE_NUMBER, 1, &value, &known};
    const auto* object = people.functions().create(0, &test_host(), &error);
    const std::int32_t code = object->call(object->self, &batch, &out, &error);
    object->destroy(object);
    return code;
}

}  // namespace

TEST_CASE("no rows are no work", "[plugins][calls]") {
    const LoadedPlugin brand("brand");
    for (const char* function : {"cv_gap", "missing_sections", "last_change"}) {
        const auto answer = call_once(brand, function, {}, {});
        CHECK(answer.code == COLONNADE_OK);
        CHECK(answer.values.empty());
    }
}

TEST_CASE("arguments that do not fit are named", "[plugins][calls]") {
    const LoadedPlugin people("people");
    const Row too_few = {OneWeek};
    auto answer = call_once(people, "active_days", {too_few}, {at("2026-01-01")});
    CHECK(answer.code == COLONNADE_INVALID_ARGUMENT);
    CHECK(std::string(answer.error.message) == "found 1 arguments, expected 2");
    const LoadedPlugin insights("insights");
    const Row too_many = {Records{}, OneWeek, OneWeek};
    answer = call_once(insights, "regularity", {too_many}, {at("2026-01-01")});
    CHECK(answer.code == COLONNADE_INVALID_ARGUMENT);
    colonnade_error error{};
    error.size = sizeof error;
    CHECK(call_with_text_for_window(people, error) == COLONNADE_INVALID_ARGUMENT);
    CHECK(error.parameter == 0);
    CHECK(std::string(error.message) == "an argument of another kind");
}

TEST_CASE("the ends of time are times", "[plugins][calls]") {
    const LoadedPlugin brand("brand");
    const LoadedPlugin people("people");
    const LoadedPlugin relationships("relationships");
    const std::vector<Time> times = {First, Last, {0}};
    const Records positions = {{First, First, false}, {Last, Last, true}, {First, Last, unknown}};
    CHECK(call(brand, "cv_gap", {{positions}, {positions}, {positions}}, times).size() == 3);
    const Records moments = {{First}, {Last}, {Time{0}}, {Time{-1}}};
    for (const double window : {1e-9, 1.0, 1e9, 1e18, 1e308}) {
        const Row row = {window, moments};
        CHECK(call(people, "active_days", {row, row, row}, times).size() == 3);
        CHECK(call(people, "active_weeks", {row, row, row}, times).size() == 3);
    }
    const Records messages = {{First, 1, false}, {Last, 1, true}};
    for (const char* function : {"reply_rate", "median_reply_time"}) {
        CHECK(call(relationships, function, {{messages}, {messages}, {messages}}, times).size() ==
              3);
    }
    const Records invitations = {{First, true, true}, {Last, true, false}};
    const Row row = {invitations};
    CHECK(call(relationships, "acceptance_rate", {row, row, row}, times)[1].known());
}

TEST_CASE("bytes that are no UTF-8 are no letters", "[plugins][calls]") {
    const LoadedPlugin insights("insights");
    const WordList words = {{"", "cat"}, {"", "ä*"}};
    const std::vector<Row> rows = {{"cat\xFF", words},
                                   {"\xC3", words},
                                   {"\xC3\xA4", words},
                                   {"\xF0\x9F\x90", words},
                                   {"cat\xF0\x9F\x90\xB1", words},
                                   {"\x80\x80"
                                    "cat",
                                    words},
                                   {"\xE2\x82"
                                    "cat",
                                    words}};
    CHECK(call(insights, "matches_of", rows, at("2026-01-01")) ==
          std::vector<Value>{1, 0, 1, 0, 1, 1, 1});
}

TEST_CASE("many rows of many kinds answer alike in every batch", "[plugins][calls]") {
    const LoadedPlugin people("people");
    std::uint64_t state = 7;
    const auto next = [&](std::uint64_t bound) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::int64_t>((state >> 33U) % bound);
    };
    const auto any_day = [&] { return Time{next(100) * 86'400'000'000}; };
    std::vector<Row> rows;
    std::vector<Time> as_of;
    for (int i = 0; i < 300; ++i) {
        Records list(static_cast<std::size_t>(next(20)), Record(1));
        for (Record& record : list) {
            if (next(5) != 0) record[0].held = any_day();
        }
        Row row = {static_cast<double>(next(60)) * OneDay, list};
        if (next(9) == 0) row[1] = Value();
        rows.push_back(row);
        as_of.push_back(any_day());
    }
    CHECK(call(people, "active_days", rows, as_of).size() == 300);
    CHECK(call(people, "active_weeks", rows, as_of).size() == 300);
}

}  // namespace colonnade::tests
