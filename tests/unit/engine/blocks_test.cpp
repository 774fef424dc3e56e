// SPDX-License-Identifier: Apache-2.0
// Loops over blocks: curves as `share_at` has them, and words in many texts at once.
#include <bit>
#include <catch2/catch.hpp>
#include <cmath>

#include "dsl/text/unicode.hpp"
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

// Where `part` occurs in the texts, as the texts one by one would say.
std::vector<double> found_in(const std::vector<std::string_view>& texts, std::string_view part) {
    engine::TextView view;
    view.value = {texts.data(), 0};
    engine::LoweredTexts lowered;
    lowered.take(view, {0, texts.size()});
    std::vector<double> found(texts.size(), 7);
    lowered.find(part, found.data());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        CHECK(lowered.texts()[i] == dsl::lower(texts[i]));
        const bool occurs = dsl::lower(texts[i]).find(part) != std::string::npos;
        CHECK(found[i] == (occurs ? 1 : 0));
    }
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
    CHECK(found_in(texts, "director") == std::vector<double>{1, 1, 0, 0, 0, 1, 0, 1, 0, 1, 1, 1});
    found_in(texts, "r");
    found_in(texts, "");
    found_in(texts, "köln");
    found_in(texts, "longer than all of the texts together, and by far, whatever they may be here");
    found_in({}, "director");
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
