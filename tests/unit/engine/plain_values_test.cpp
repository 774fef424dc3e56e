// SPDX-License-Identifier: Apache-2.0
// Values as they are read where they stand: the same as the readers that take their time, and
// nothing where those see a mistake.
#include <catch2/catch.hpp>

#include <charconv>
#include <random>

#include "dsl/types/moment.hpp"
#include "engine/read/known_keys.hpp"
#include "engine/read/known_words.hpp"
#include "engine/read/plain_moment.hpp"
#include "engine/read/plain_number.hpp"
#include "engine/read/plain_text.hpp"
#include "engine/read/plain_value.hpp"
#include "engine/read/wide.hpp"

using namespace colonnade::engine;
namespace dsl = colonnade::dsl;

namespace {

// A text with a line end and a margin behind it.
class Line {
public:
    explicit Line(const std::string& text)
        : size_(text.size()), text_(text + "\n" + std::string(Margin, '7')) {}
    [[nodiscard]] const char* begin() const { return text_.data(); }
    // Whether the whole text was read.
    [[nodiscard]] bool ends_at(const char* place) const { return place == text_.data() + size_; }

private:
    std::size_t size_;
    std::string text_;
};

// The same whatever stands behind it.
std::optional<double> number_in(const std::string& text) {
    std::optional<double> found;
    for (const char* behind : {"", ",", "}", "]", " ,"}) {
        const Line line(text + behind);
        double number = 0;
        const auto* end = read_number(line.begin(), number);
        const bool is_read = end == line.begin() + text.size();
        const auto here = is_read ? std::optional(number) : std::nullopt;
        if (*behind == '\0') found = here;
        if (here != found) FAIL(text << behind);
    }
    return found;
}

std::optional<std::int64_t> moment_in(const std::string& text) {
    const Line line('"' + text + '"');
    const auto moment = read_moment(line.begin());
    return line.ends_at(moment.end) ? std::optional(moment.seconds) : std::nullopt;
}

std::optional<std::string> text_in(const std::string& text) {
    const Line line('"' + text + '"');
    std::string unescaped;
    std::string_view result;
    const auto* end = read_text(line.begin(), unescaped, result);
    return line.ends_at(end) ? std::optional(std::string(result)) : std::nullopt;
}

bool is_skipped(const std::string& text) {
    const Line line(text);
    std::string unescaped;
    return line.ends_at(skip_value(line.begin(), unescaped));
}

}  // namespace

TEST_CASE("numbers are the nearest doubles") {
    for (const char* text : {"0",
                             "7",
                             "-7",
                             "10",
                             "1234567",
                             "12345678",
                             "123456789012345678",
                             "0.5",
                             "-0.25",
                             "1234567.1234567",
                             "0.1234567",
                             "0.12345678",
                             "0.30000000000000004",
                             "1e5",
                             "1E-5",
                             "2.5e+3",
                             "5e-324",
                             "9007199254740993",
                             "99.99999999999999",
                             "0.001"}) {
        CAPTURE(text);
        double expected = 0;
        std::from_chars(text, text + std::char_traits<char>::length(text), expected);
        CHECK(number_in(text) == expected);
    }
    for (int whole = 0; whole < 1000; ++whole) {
        for (int part = 0; part < 100; ++part) {
            const auto text = std::to_string(whole) + "." + std::to_string(part);
            double expected = 0;
            std::from_chars(text.data(), text.data() + text.size(), expected);
            if (number_in(text) != expected) FAIL(text);
        }
    }
}

TEST_CASE("what is no number, or none that is certain, is left alone") {
    for (const char* text :
         {"",     "-",   "+1",  "01",    "-01",  "00",    ".5",     "1.",
          "1.e5", "1e",  "1e+", "-0",    "-0.0", "1e400", "1e-400", "1234567890123456789",
          "0x10", "NaN", "1 2", "1_000", "--1"}) {
        CAPTURE(text);
        CHECK_FALSE(number_in(text));
    }
}

TEST_CASE("moments are what parse_moment says, on every day that it knows") {
    const auto last = *dsl::parse_date("2100-12-31");
    for (auto day = *dsl::parse_date("1900-01-01"); day <= last; day += dsl::SecondsPerDay) {
        if (moment_in(dsl::date_text(day)) != day) FAIL(dsl::date_text(day));
        const auto second =
            day + (day / 7 % dsl::SecondsPerDay + dsl::SecondsPerDay) % dsl::SecondsPerDay;
        if (moment_in(dsl::time_text(second)) != second) FAIL(dsl::time_text(second));
    }
}

TEST_CASE("moments with any other byte are what parse_moment says") {
    for (const std::string good : {"2026-02-28", "2026-11-20T23:59:59Z", "1999-10-01T00:00:00Z"}) {
        for (std::size_t at = 0; at < good.size(); ++at) {
            for (int byte = 0; byte < 256; ++byte) {
                auto text = good;
                text[at] = static_cast<char>(byte);
                if (moment_in(text) != dsl::parse_moment(text)) FAIL(text);
            }
        }
        for (std::size_t size = 0; size < good.size(); ++size)
            CHECK(moment_in(good.substr(0, size)) == dsl::parse_moment(good.substr(0, size)));
        CHECK_FALSE(moment_in(good + "0"));
    }
    CHECK(moment_in("2024-02-29"));
    CHECK_FALSE(moment_in("2023-02-29"));
    CHECK_FALSE(moment_in("1899-12-31"));
    CHECK_FALSE(moment_in("2101-01-01"));
}

TEST_CASE("texts keep their bytes and lose their escapes") {
    CHECK(text_in("") == "");
    const std::string long_text(1000, 'x');
    for (std::size_t size = 0; size < 100; ++size)
        CHECK(text_in(long_text.substr(0, size) + "\\n" + long_text) ==
              long_text.substr(0, size) + "\n" + long_text);
    CHECK(text_in("Größe 𝄞") == "Größe 𝄞");
    CHECK(text_in(R"(\"\\\/\b\f\n\r\t)") == "\"\\/\b\f\n\r\t");
    CHECK(text_in(R"(\u0041\u00e4\u20AC\ud83d\ude80)") == "Aä€🚀");
    CHECK(text_in(R"(a\u0000b)") == std::string("a\0b", 3));
}

TEST_CASE("broken escapes and control characters are no text") {
    for (const char* text :
         {R"(\x)", R"(\u12)", R"(\u12g4)", R"(\ud83d)", R"(\ud83dA)", R"(\ud83d\n)",
          R"(\ud83d\u0041)", R"(\ude80)", R"(\)", "a\tb", "\x1F"}) {
        CAPTURE(text);
        CHECK_FALSE(text_in(text));
    }
    CHECK(text_in("\x7F") == "\x7F");
}

TEST_CASE("values that nobody needs are held to JSON") {
    for (const char* text : {"null", "true", "false", "0", "\"\"", "[]", "{}", "[ 1 , [ ] , { } ]",
                             R"({"a":[true,{"b":null}],"a":"\u00e4"})", "[[[[[[[[[[]]]]]]]]]]"}) {
        CAPTURE(text);
        CHECK(is_skipped(text));
    }
    for (const char* text : {"nul", "truE", "fals", "[1,]", "[,1]", "[1 2]", "{1:2}", "{\"a\"}",
                             "{\"a\":}", "{\"a\":1,}", "[", "{", "]", "[}", "\"", "'a'"}) {
        CAPTURE(text);
        CHECK_FALSE(is_skipped(text));
    }
    CHECK_FALSE(is_skipped(std::string(100'000, '[')));
}

TEST_CASE("words of a category are found, however long") {
    dsl::Category category;
    category.values = {"a",
                       "b",
                       "post",
                       "posts",
                       "message_sent",
                       "message_received",
                       std::string(31, 'x'),
                       std::string(32, 'x'),
                       std::string(100, 'x')};
    const KnownWords words(category);
    for (std::size_t i = 0; i < category.values.size(); ++i) {
        const Line line('"' + category.values[i] + '"');
        const auto word = words.read<Narrow>(line.begin());
        CHECK(line.ends_at(word.end));
        CHECK(word.index == static_cast<int>(i));
    }
    for (const char* text :
         {"\"\"", "\"c\"", "\"pos\"", "\"postss\"", "\"p\\u006Fst\"", "post", "1"})
        CHECK(words.read<Narrow>(Line(text).begin()).end == nullptr);
}

TEST_CASE("words that JSON writes with escapes are never read as they are") {
    for (const char* value : {"say \"hi\"", "\"", "a\\b", "a\tb", "\n"}) {
        dsl::Category category;
        category.values = {"say ", value};
        const Line line('"' + std::string(value) + '"');
        CHECK_FALSE(line.ends_at(KnownWords(category).read<Narrow>(line.begin()).end));
    }
}

TEST_CASE("keys are found in any order and with any blanks, and none stands there twice") {
    KnownKeys keys([](std::string_view key) { return key == "old"; });
    const std::string long_key(200, 'k');
    for (const auto* name : {"a", "bb", "a_key_of_just_29_letters_abcd", "another_one"})
        keys.add(name, KeyUse::Check, static_cast<int>(keys.all().size()));
    keys.add(long_key, KeyUse::Check, 4);
    const auto read = [&](const std::string& text) {
        const Line line(text);
        std::string found;
        std::string unescaped;
        const auto* end = keys.read_object(line.begin(), [&](const Key& key, const char* at, auto) {
            found += std::to_string(key.index) + " ";
            return skip_value(at, unescaped);
        });
        return line.ends_at(end) ? found : "none";
    };
    CHECK(read("{}").empty());
    CHECK(read(R"({"a":1,"bb":2,"another_one":3})") == "0 1 3 ");
    for (int again = 0; again < 3; ++again) {
        CHECK(read(R"({"another_one" : 3 , "a"	:1,"bb": 2})") == "3 0 1 ");
        CHECK(read(R"({ "a": 1, "bb": 2 })") == "0 1 ");
        CHECK(read(R"({"a":1,"bb":2})") == "0 1 ");
        CHECK(read("{ }").empty());
        CHECK(read(R"({"a":1,})") == "none");
        CHECK(read(R"({,"a":1})") == "none");
        CHECK(read(R"({"a":1,,"bb":2})") == "none");
        CHECK(read(R"({"a":1,"bb":2)") == "none");
        CHECK(read(R"({"old":1,"a":2,"old":[]})") == "-1 0 -1 ");
        CHECK(read("{\"a_key_of_just_29_letters_abcd\":1,\"" + long_key + "\":2}") == "2 4 ");
        CHECK(read(R"({"a":1,"bb":2,"a":3})") == "none");
        CHECK(read(R"({"new":1})") == "none");
        CHECK(read(R"({"\u0061":1})") == "none");
        CHECK(read(R"({"a" 1})") == "none");
        CHECK(read(R"({"a":1 "bb":2})") == "none");
        CHECK(read(R"({"aa":1})") == "none");
    }
}

TEST_CASE("vectors of both widths see the same") {
    if (!has_wide()) return;
    std::mt19937 chance(1);
    constexpr std::string_view Moment = "2026-02-18T23:59:07Z\",\"\\\x1F\x7F\x80\xFF ";
    for (int round = 0; round < 20'000; ++round) {
        std::string text(Moment.substr(0, LookedAtBytes));
        text.resize(LookedAtBytes, '"');
        const auto before = text;
        for (auto changes = chance() % 4; changes > 0; --changes) {
            const auto other = static_cast<char>(chance() % 256);
            text[chance() % text.size()] =
                chance() % 2 == 0 ? Moment[chance() % Moment.size()] : other;
        }
        const auto* at = text.data();
        bool same = Wide::odd(at) == Narrow::odd(at) && Wide::quotes(at) == Narrow::quotes(at) &&
                    Wide::same(at, before.data()) == Narrow::same(at, before.data());
        const auto wide = Wide::count_moment(at);
        const auto narrow = Narrow::count_moment(at);
        same = same && wide.is_date() == narrow.is_date() && wide.is_time() == narrow.is_time();
        if (narrow.is_date()) same = same && wide.month == narrow.month;
        if (narrow.is_time())
            same = same && wide.minutes == narrow.minutes && wide.seconds == narrow.seconds;
        CAPTURE(text);
        REQUIRE(same);
    }
}
