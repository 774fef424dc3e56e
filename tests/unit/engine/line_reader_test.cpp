// SPDX-License-Identifier: Apache-2.0
// Lines of a file into batches, each with its number.
#include <catch2/catch.hpp>

#include "engine/read/line_reader.hpp"
#include "tests/support/plain_lines.hpp"
#include "tests/support/world.hpp"

using namespace colonnade;
using engine::LineReader;
using engine::MostBatchRows;
using tests::everything;

namespace {

const engine::Projection& all() {
    static const auto projection = engine::Projection::all(everything());
    return projection;
}

engine::ReadOptions options() {
    engine::ReadOptions options;
    options.default_id = "people";
    return options;
}

using Ids = std::vector<std::string>;

std::vector<std::size_t> lines_of(const std::vector<engine::Reject>& rejects) {
    std::vector<std::size_t> lines;
    for (const auto& reject : rejects)
        lines.push_back(reject.line);
    return lines;
}

}  // namespace

TEST_CASE("each line is a profile, and blank lines and line ends of other systems are none") {
    LineReader reader(everything(), all(), options());
    const std::string text =
        "{\"as_of\":\"2026-01-31\",\"id\":\"first\"}\r\n"
        "\n"
        " \t\r\n"
        "  {\"as_of\":\"2026-01-31\"} \r\n"
        "{\"as_of\":\"2026-01-31\",\"id\":null}";
    for (int again = 0; again < 3; ++again) {
        const auto read = tests::read_all(reader, {text, 11});
        CHECK(read.batch.ids == Ids{"first", "people-14", "people-15"});
        CHECK(read.rejects.empty());
    }
}

TEST_CASE("an empty id is none, in the first line and in those read like it") {
    LineReader reader(everything(), all(), options());
    const std::string named = "{\"as_of\":\"2026-01-31\",\"id\":\"first\"}\n";
    const std::string empty = "{\"as_of\":\"2026-01-31\",\"id\":\"\"}\n";
    CHECK(tests::read_all(reader, {empty + empty + named + empty, 1}).batch.ids ==
          Ids{"people-1", "people-2", "first", "people-4"});
}

TEST_CASE("a bad line is told with its number and stops no other") {
    LineReader reader(everything(), all(), options());
    const std::string good = R"({"as_of":"2026-01-31","n":7,"items":[{"size":1}]})";
    const std::string text = good + "\n{\n" + good + "\n" + good + ",\n[]\n" +
                             R"({"as_of":"2026-01-31","n":7,"items":[{"size":1},{"size":101}]})" +
                             "\n" + good + "\n\xFF\n";
    for (int again = 0; again < 3; ++again) {
        const auto read = tests::read_all(reader, {text, 1});
        CHECK(read.batch.ids == Ids{"people-1", "people-3", "people-7"});
        CHECK(lines_of(read.rejects) == std::vector<std::size_t>{2, 4, 5, 6, 8});
        CHECK(read.rejects[3].problem.where == "items[1].size");
        CHECK(read.batch.lists[static_cast<std::size_t>(everything().fact_index("items"))]
                  .elements() == 3);
    }
}

TEST_CASE("text that is no UTF-8 is refused wherever it stands") {
    LineReader reader(everything(), all(), options());
    const std::string good = "{\"as_of\":\"2026-01-31\",\"headline\":\"Größe\"}\n";
    auto bad = good;
    bad[bad.find("ß")] = 'x';
    const auto read = tests::read_all(reader, {good + bad + good, 1});
    CHECK(read.batch.rows == 2);
    CHECK(lines_of(read.rejects) == std::vector<std::size_t>{2});
}

TEST_CASE("a batch ends at its number of rows, and the next goes on") {
    LineReader reader(everything(), all(), options());
    std::string text;
    for (std::size_t i = 0; i < MostBatchRows + 2; ++i)
        text += "{\"as_of\":\"2026-01-31\"}\n";
    std::vector<engine::Reject> rejects;
    reader.open({text, 1});
    auto first = reader.next(rejects);
    CHECK(first.rows == MostBatchRows);
    CHECK(first.ids.back() == "people-65536");
    reader.reuse(std::move(first));
    CHECK(reader.next(rejects).ids == Ids{"people-65537", "people-65538"});
    CHECK(reader.next(rejects).rows == 0);
    CHECK(rejects.empty());
}

TEST_CASE("a batch ends at its number of bytes, but a longer line is whole") {
    LineReader reader(everything(), all(), options());
    const auto line = [](std::size_t size) {
        std::string text = R"({"as_of":"2026-01-31","headline":")";
        return text + std::string(size - text.size() - 3, 'x') + "\"}\n";
    };
    const auto half = engine::MostBatchBytes / 2;
    const auto text = line(half) + line(half) + line(half) + line(3 * half) + "{}\n" + line(100);
    std::vector<engine::Reject> rejects;
    reader.open({text, 1});
    CHECK(reader.next(rejects).rows == 2);
    CHECK(reader.next(rejects).rows == 2);
    CHECK(reader.next(rejects).ids == Ids{"people-6"});
    CHECK(lines_of(rejects) == std::vector<std::size_t>{5});
}

TEST_CASE("an id and answers that are given win over the documents'") {
    auto given = options();
    given.id = "given";
    const std::string text = "{\"as_of\":\"2026-01-31\",\"id\":\"own\"}\n";
    LineReader reader(everything(), all(), given);
    CHECK(tests::read_all(reader, {text, 1}).batch.ids == Ids{"given"});
    engine::Answers answers(1);
    answers[0].fact = everything().fact_index("n");
    answers[0].value.number = 5;
    auto answered = options();
    answered.answers = &answers;
    LineReader other(everything(), all(), answered);
    const auto read = tests::read_all(other, {"{\"as_of\":\"2026-01-31\",\"n\":7}", 1});
    CHECK(read.batch.facts[static_cast<std::size_t>(answers[0].fact)].numbers[0] == 5);
}

TEST_CASE("elements are read as documents alone are, whatever stands between and in them") {
    const std::string_view lists[] = {
        R"([{"size":1},{"size":2},{"size":3}])",
        R"([{"size": 1}, {"size": 2}, {"size": 3}])",
        "[ {\"size\" : 1} ,\t{\"size\" : 2} ,\t{\"size\" : 3} ]",
        R"([{"size":1},{"size":2}, {"size":3},{"size":4}])",
        R"([{"size":1},{"size":2}{"size":3}])",
        R"([{"size":1},{"size":2},,{"size":3}])",
        R"([{"size":1},{"size":2},])",
        R"([{"size":1},{"size":2}}])",
        R"([{"size":1},{"size":2)",
        R"([{"size":1},{"size":2},{"size":101}])",
        R"([{"hat":1,"size":1,"hat":2},{"hat":1,"size":1,"hat":2},{"hat":1,"size":1,"hat":2}])",
        R"([{"hat":"a","hat":"b"},{"hat":"a","hat":"b"},{"hat":""a","hat":"b"},{"hat":"a"}])",
        R"([{"size":1,"size":1},{"size":1,"size":1}])",
        R"([{"a hat of so many words that it is long":1,"size":1},)"
        R"({"a hat of so many words that it is long":1,"size":2},)"
        R"({"a hat of so many words that it is lone":1,"size":3}])",
        R"([{"hat":"\"","size":1},{"hat":"a hat of so many words that it is long","size":2}])",
        R"([{},{},{"size":1},{}])"};
    // Only sizes are needed, so that an element of nothing else is whole.
    auto sizes = engine::Projection::none(everything());
    const auto items = static_cast<std::size_t>(everything().fact_index("items"));
    sizes.facts[items] = 1;
    sizes.fields[items][static_cast<std::size_t>(everything().facts[items].field_index("size"))] =
        1;
    for (const bool is_wide : {false, engine::has_wide()}) {
        LineReader quick(everything(), sizes, options(), is_wide);
        tests::PlainLineReader plain(everything(), sizes, options());
        for (const auto list : lists) {
            std::string text;
            for (int again = 0; again < 3; ++again)
                text += R"({"as_of":"2026-01-31","items":)" + std::string(list) + "}\n";
            CAPTURE(list);
            CHECK(tests::difference(tests::read_all(quick, {text, 1}), plain.read({text, 1})) ==
                  "");
        }
    }
}
