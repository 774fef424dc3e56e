// SPDX-License-Identifier: Apache-2.0
// Loops over blocks: curves as `share_at` has them, and words in many texts at once.
#include <bit>
#include <catch2/catch.hpp>
#include <cmath>

#include "dsl/text/unicode.hpp"
#include "engine/evaluate/flags.hpp"
#include "engine/evaluate/load.hpp"
#include "engine/evaluate/lowered_texts.hpp"
#include "engine/score/shares.hpp"

using namespace colonnade;

namespace {

using Form = dsl::Curve::Form;

dsl::Curve curve(Form form, std::vector<dsl::CurvePoint> points) {
    dsl::Curve made;
    made.form = form;
    made.points = std::move(points);
    made.half = 3;
    made.median = 10;
    made.p10 = 2;
    return made;
}

std::vector<dsl::Curve> curves() {
    return {curve(Form::Line, {{0, 0}, {1, 1}}),
            curve(Form::Line, {{2, 1}, {7, 0.1}}),
            curve(Form::Line, {{-1, 0}, {0.3, 0.7}, {3, 0.2}}),
            curve(Form::Line, {{0, 0.3}, {1, 0.3}, {3, 1}, {9, 0.9}, {11, 0}}),
            curve(Form::StepsUp, {{1, 0.2}, {3, 0.5}, {9, 1}}),
            curve(Form::StepsDown, {{1, 1}, {3, 0.5}, {9, 0.1}}),
            curve(Form::Half, {}),
            curve(Form::LogNormal, {})};
}

std::vector<double> edges() {
    std::vector<double> values{-0.0, 0, 1e300, -1e300};
    for (double x = -2; x < 12; x += 0.1)
        values.push_back(x);
    for (const double at : {-1.0, 0.3, 1.0, 2.0, 3.0, 7.0, 9.0, 11.0}) {
        for (const double x : {std::nextafter(at, -100), at, std::nextafter(at, 100)})
            values.push_back(x);
    }
    return values;
}

std::vector<std::uint8_t> checked(engine::LoweredTexts& lowered,
                                  const std::vector<std::string_view>& texts,
                                  std::string_view part) {
    std::vector<std::uint8_t> found(texts.size(), 7);
    lowered.find(part, found.data());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        CHECK(lowered.texts()[i] == dsl::lower(texts[i]));
        const bool occurs = dsl::lower(texts[i]).find(part) != std::string::npos;
        CHECK(found[i] == (occurs ? 1 : 0));
    }
    return found;
}

// Where `part` occurs in the texts, as the texts one by one would say.
std::vector<std::uint8_t> found_in(const std::vector<std::string_view>& texts,
                                   std::string_view part) {
    engine::TextView view;
    view.value = {texts.data(), 0};
    engine::LoweredTexts lowered;
    lowered.take(view, {0, texts.size()});
    auto found = checked(lowered, texts, part);
    engine::Column column;
    column.kind = dsl::Kind::Text;
    column.push_text("director before");
    for (const auto text : texts)
        column.push_text(text);
    column.push_text("director behind");
    lowered.take(column, {1, texts.size()});
    CHECK(checked(lowered, texts, part) == found);
    return found;
}

}  // namespace

TEST_CASE("a curve over a block gives each share to the bit") {
    const auto values = edges();
    std::vector<double> shares(values.size());
    for (const auto& one : curves()) {
        engine::shares_of(one, values.data(), values.size(), shares.data());
        for (std::size_t i = 0; i < values.size(); ++i) {
            CAPTURE(static_cast<int>(one.form), one.points.size(), values[i]);
            CHECK(std::bit_cast<std::uint64_t>(shares[i]) ==
                  std::bit_cast<std::uint64_t>(dsl::share_at(one, values[i])));
        }
    }
}

TEST_CASE("a line never goes beyond its points") {
    for (const auto& one : curves()) {
        for (const double x : edges()) {
            CHECK(dsl::share_at(one, x) >= 0);
            CHECK(dsl::share_at(one, x) <= 1);
        }
    }
}

TEST_CASE("a word is found in each text that it occurs in, and in none that it only begins in") {
    const std::vector<std::string_view> texts{"Director",
                                              "DIRECTOR of",
                                              "",
                                              "a direc",
                                              "tor",
                                              "Subdirectors",
                                              "[@Z`{",
                                              "Größe Director",
                                              "KÖLN",
                                              "\xFF director",
                                              "directdirector",
                                              std::string_view("a\0director", 10)};
    CHECK(found_in(texts, "director") ==
          std::vector<std::uint8_t>{1, 1, 0, 0, 0, 1, 0, 1, 0, 1, 1, 1});
    found_in(texts, "r");
    found_in(texts, "");
    found_in(texts, "köln");
    found_in(texts, "longer than all of the texts together, and by far, whatever they may be here");
    found_in({}, "director");
}

TEST_CASE("a word is found wherever it stands in a text of any length") {
    for (const std::string_view part : {"z", "on", "word", "words", "a longer word"}) {
        for (std::size_t size = part.size(); size < 140; ++size) {
            std::vector<std::string> texts(size - part.size() + 1, std::string(size, 'o'));
            for (std::size_t at = 0; at < texts.size(); ++at)
                texts[at].replace(at, part.size(), part);
            texts.emplace_back(size, 'o');
            std::vector<std::uint8_t> expected(texts.size(), 1);
            expected.back() = 0;
            const std::vector<std::string_view> views(texts.begin(), texts.end());
            engine::TextView view;
            view.value = {views.data(), 0};
            engine::LoweredTexts lowered;
            lowered.take(view, {0, views.size()});
            std::vector<std::uint8_t> found(views.size(), 7);
            lowered.find(part, found.data());
            if (found != expected) FAIL(part << " in " << size);
        }
    }
}

// Each pair of them ends one text and begins the next, too.
TEST_CASE("bytes of any kind side by side are lowered as texts of their own are") {
    std::vector<std::string> pairs;
    for (unsigned lead : {0x00U, 0x41U, 0x5AU, 0x61U, 0x80U, 0xC1U, 0xC2U, 0xC3U, 0xC4U, 0xE2U}) {
        for (unsigned byte = 0; byte <= 0xFF; ++byte)
            pairs.push_back({static_cast<char>(lead), static_cast<char>(byte)});
    }
    pairs.emplace_back("\u0130\u212A\uFB01");
    std::vector<std::string_view> apart;
    std::vector<std::string_view> each_byte;
    for (const std::string_view pair : pairs) {
        apart.push_back(pair);
        each_byte.push_back(pair.substr(0, 1));
        each_byte.push_back(pair.substr(1));
    }
    found_in(apart, "k");
    found_in(apart, "ü");
    found_in(each_byte, "z");
    for (const auto& pair : pairs)
        found_in({pair}, "\xA4");
}

TEST_CASE("flags are counted whatever their number") {
    std::vector<std::uint8_t> a(5000);
    std::vector<std::uint8_t> b(5000);
    for (std::size_t i = 0; i < a.size(); ++i) {
        a[i] = i % 7 < 5 ? 1 : 0;
        b[i] = i % 11 < 9 ? 1 : 0;
    }
    std::size_t of_a = 0;
    std::size_t of_both = 0;
    for (std::size_t count = 0; count < 4990; ++count) {
        REQUIRE(engine::count_flags(&a[3], nullptr, count) == of_a);
        REQUIRE(engine::count_flags(nullptr, &a[3], count) == of_a);
        REQUIRE(engine::count_flags(&a[3], &b[3], count) == of_both);
        of_a += a[3 + count];
        of_both += a[3 + count] & b[3 + count];
    }
    CHECK(engine::count_flags(nullptr, nullptr, 12) == 12);
    std::fill(a.begin(), a.end(), std::uint8_t{1});
    CHECK(engine::count_flags(a.data(), a.data(), a.size()) == a.size());
}

TEST_CASE("what is known is told over any range") {
    engine::Bitmap known(300, true);
    for (const std::size_t hole : {70, 71, 200, 299})
        known.set(hole, false);
    engine::Buffer<std::uint8_t> own;
    for (std::size_t first = 0; first < 300; first += 7) {
        for (std::size_t count = 0; first + count <= 300; count += 13) {
            const auto view = engine::load_known(known, {first, count}, own);
            bool all = true;
            for (std::size_t i = first; i < first + count; ++i) {
                REQUIRE((view[i] != 0) == known.test(i));
                all = all && known.test(i);
            }
            CHECK(view.all() == all);
        }
    }
}
