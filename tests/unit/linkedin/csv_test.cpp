// SPDX-License-Identifier: Apache-2.0
// The scanner: what is a cell, what breaks a row, and that the rows after a broken one are read.
#include "plugins/linkedin/csv.hpp"

#include <catch2/catch.hpp>

#include "plugins/linkedin/limits.hpp"

using namespace colonnade::linkedin;

namespace {

// Records as `cell|cell`, broken ones as `!line`.
std::vector<std::string> scan(std::string content, Quoting quoting = Quoting::Doubled) {
    std::vector<std::string> rows;
    CsvScanner scanner(content, quoting);
    for (;;) {
        const auto step = scanner.next();
        if (step == CsvScanner::Step::End) return rows;
        rows.emplace_back();
        if (step == CsvScanner::Step::Broken)
            rows.back().append("!").append(std::to_string(scanner.line()));
        for (const auto cell : scanner.cells()) {
            if (!rows.back().empty()) rows.back() += '|';
            rows.back() += cell;
        }
    }
}

using Records = std::vector<std::string>;

}  // namespace

TEST_CASE("rows end in any line end, and at the end of the file", "[linkedin][csv]") {
    CHECK(scan("a,b\nc,d\n") == Records{"a|b", "c|d"});
    CHECK(scan("a,b\r\nc,d") == Records{"a|b", "c|d"});
    CHECK(scan("a,b\n\n\r\nc,d\n\n") == Records{"a|b", "c|d"});
    CHECK(scan("\xEF\xBB\xBF"
               "a,b\n") == Records{"a|b"});
    CHECK(scan("").empty());
    CHECK(scan("a\rb,c\n") == Records{"a\rb|c"});
}

TEST_CASE("quoted cells hold commas, quotes and lines", "[linkedin][csv]") {
    CHECK(scan("\"a,b\",c\n") == Records{"a,b|c"});
    CHECK(scan("\"a\"\"b\",c\n") == Records{"a\"b|c"});
    CHECK(scan("\"a\nb\",c\n") == Records{"a\nb|c"});
    CHECK(scan("\"\"\"\"\n") == Records{"\""});
    CHECK(scan("x,\"\"\n") == Records{"x|"});
    CHECK(scan("\"a\"\r\nb\n") == Records{"a", "b"});
    CHECK(scan("\"a\\\",b\n") == Records{"a\\|b"});
}

TEST_CASE("a quote inside a bare cell is a character", "[linkedin][csv]") {
    CHECK(scan("5\" disk,b\n") == Records{"5\" disk|b"});
}

TEST_CASE("a broken row is told by its line and the next is read", "[linkedin][csv]") {
    CHECK(scan("a,b\n\"c\"x,d\ne,f\n") == Records{"a|b", "!2", "e|f"});
    CHECK(scan("a,b\n\"c,d\ne,f\n") == Records{"a|b", "!2", "e|f"});
    CHECK(scan("\"one\ntwo\",b\n\"c\n") == Records{"one\ntwo|b", "!3"});
    // What was scanned before the break stands there unchanged.
    CHECK(scan("\"x\"\"y\",\"c\nd\"\"e,f\n") == Records{"!1", "d\"\"e|f"});
}

TEST_CASE("Comments.csv has backslashes before quotes", "[linkedin][csv]") {
    const auto backslash = Quoting::Backslash;
    CHECK(scan("d,\"he said \\\"yes\\\", twice\"\n", backslash) ==
          Records{"d|he said \"yes\", twice"});
    CHECK(scan("d,\"a\"\"b\"\n", backslash) == Records{"d|a\"b"});
    CHECK(scan("d,\"a\\\\b\"\n", backslash) == Records{"d|a\\b"});
    CHECK(scan("d,\"a\\b\"\n", backslash) == Records{"d|a\\b"});
}

TEST_CASE("after a broken comment the next record is found", "[linkedin][csv]") {
    const std::string next = "2026-11-20 08:15:09,https://x,fine\n";
    CHECK(scan("2026-11-20 08:15:08,https://x,\"folder C:\\\"\n" + next, Quoting::Backslash) ==
          Records{"!1", "2026-11-20 08:15:09|https://x|fine"});
    CHECK(scan("2026-11-20 08:15:08,https://x,\"a\"b\nmore, of it\n" + next, Quoting::Backslash) ==
          Records{"!1", "2026-11-20 08:15:09|https://x|fine"});
}

TEST_CASE("a cell has a longest size", "[linkedin][csv][limits]") {
    CHECK(scan(std::string(MostFieldBytes, 'x') + ",b\n").size() == 1);
    CHECK(scan(std::string(MostFieldBytes + 1, 'x') + ",b\n") == Records{"!1"});
    CHECK(scan("\"" + std::string(MostFieldBytes, 'x') + "\",b\n").at(0).front() == 'x');
    CHECK(scan("\"" + std::string(MostFieldBytes + 1, 'x') + "\",b\n") == Records{"!1"});
}

TEST_CASE("a row has a longest size and a greatest width", "[linkedin][csv][limits]") {
    std::string row;
    for (int i = 0; i < 8; ++i)
        row += std::string(MostFieldBytes - 1, 'x') + ",";
    CHECK(scan(row + "\n").at(0).front() == 'x');
    CHECK(scan(row + "x\n") == Records{"!1"});
    CHECK(scan(std::string(MostColumns - 1, ',') + "\n").size() == 1);
    CHECK(scan(std::string(MostColumns, ',') + "\n") == Records{"!1"});
}

TEST_CASE("a file of broken rows ends", "[linkedin][csv][limits]") {
    std::string content;
    for (int i = 0; i < MostRestarts; ++i)
        content += "\"a\"x\n";
    CHECK(scan(content + "b,c\n").back() == "b|c");
    CHECK(scan(content + "\"a\"x\nb,c\n").size() == static_cast<std::size_t>(MostRestarts) + 1);
}
