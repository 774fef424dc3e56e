// SPDX-License-Identifier: Apache-2.0
// Places in a text: what a person counts as lines and columns.
#include "dsl/text/source.hpp"

#include <catch2/catch.hpp>

using namespace colonnade::dsl;

namespace {

std::string place_of(const Source& source, std::string_view piece) {
    const auto at = static_cast<std::uint32_t>(source.text().find(piece));
    const auto place = source.place(at);
    return std::to_string(place.line) + ":" + std::to_string(place.column);
}

}  // namespace

TEST_CASE("lines and columns count from one", "[dsl][text]") {
    const Source source("f", "a: 1\n  b: 2\n\nc: 3");
    CHECK(place_of(source, "a") == "1:1");
    CHECK(place_of(source, "b") == "2:3");
    CHECK(place_of(source, "c: 3") == "4:1");
    CHECK(source.place(0).line == 1);
    CHECK(source.place(4).column == 5);
    CHECK(source.place(5).line == 2);
}

TEST_CASE("a column counts code points, not bytes", "[dsl][text]") {
    const Source source("f", "größe: x\n€😀: y\n");
    CHECK(place_of(source, "x") == "1:8");
    CHECK(place_of(source, "y") == "2:5");
}

TEST_CASE("line ends of Windows are no part of a line", "[dsl][text]") {
    const Source source("f", "a: 1\r\nb: 2\r\n");
    CHECK(source.line(1) == "a: 1");
    CHECK(source.line(2) == "b: 2");
    CHECK(source.line(3).empty());
    CHECK(place_of(source, "b") == "2:1");
}

TEST_CASE("a byte order mark is dropped", "[dsl][text]") {
    const Source source("f",
                        "\xEF\xBB\xBF"
                        "a: 1");
    CHECK(source.text() == "a: 1");
    CHECK(place_of(source, "a") == "1:1");
}

TEST_CASE("places outside the text are the nearest inside", "[dsl][text]") {
    const Source source("f", "ab\ncd");
    CHECK(source.place(99).line == 2);
    CHECK(source.place(99).column == 3);
    CHECK(source.line(0).empty());
    CHECK(source.line(3).empty());
    CHECK(source.line_start(9) == 5);
    CHECK(source.text({3, 99}) == "cd");
    CHECK(source.text({99, 3}).empty());
    CHECK(Source("f", "").place(0).line == 1);
}
