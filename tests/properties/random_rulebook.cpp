// SPDX-License-Identifier: Apache-2.0
#include "tests/properties/random_rulebook.hpp"

#include <algorithm>

#include "tests/properties/dice.hpp"
#include "tests/properties/random_expression.hpp"

namespace colonnade::tests {
namespace {

constexpr const char* Head =
    "colonnade: 1\nrulebook: made-up\nschema: everything\nlanguages: [en]\ntitle: {en: T}\n"
    "ratings:\n"
    "  weak: {from: 0%, colour: red, sign: v, title: {en: Weak}}\n"
    "  strong: {from: 60%, colour: green, sign: x, title: {en: Strong}}\n";

// Values of a kind in rising order, as curves need them.
std::vector<std::string> scale(const std::string& kind) {
    if (kind == "share") return {"0%", "10%", "45%", "70%", "100%"};
    if (kind == "duration") return {"0 days", "1 day", "3 days", "2 weeks", "1 year"};
    if (kind == "rate")
        return {"0 per week", "1 per 4 weeks", "1 per week", "2 per week", "1 per day"};
    if (kind == "moment")
        return {"2010-01-01", "2020-02-29", "2026-01-01", "2026-11-06", "2026-11-19"};
    return {"0", "1", "3", "7", "60"};
}

// `count` values of the scale in rising order.
std::vector<std::string> picked(const std::string& kind, std::size_t count) {
    auto values = scale(kind);
    while (values.size() > count)
        values.erase(values.begin() + below(static_cast<int>(values.size())));
    return values;
}

std::string curve_map(const std::string& key, const std::vector<std::string>& values,
                      const std::vector<int>& shares) {
    std::string text = "        " + key + ":\n";
    for (std::size_t i = 0; i < values.size(); ++i)
        text += "          " + values[i] + ": " + std::to_string(shares[i]) + "%\n";
    return text;
}

std::vector<int> rising_shares() {
    return one_of(std::vector<std::vector<int>>{{0, 100}, {20, 100}, {10, 60}, {0, 50}});
}

std::string steps_or_line(const std::string& kind) {
    auto shares = rising_shares();
    if (chance(50)) std::swap(shares[0], shares[1]);
    if (chance(50)) return curve_map("steps", picked(kind, 2), shares);
    const auto turning =
        one_of(std::vector<std::vector<int>>{{0, 50, 100}, {0, 100, 30}, {90, 0, 60}});
    return chance(50) ? curve_map("line", picked(kind, 2), shares)
                      : curve_map("line", picked(kind, 3), turning);
}

std::string full_and_none(const std::string& kind) {
    const auto v = picked(kind, 3);
    const auto line = [](const std::string& full, const std::string& none) {
        return "        full: " + full + "\n        none: " + none + "\n";
    };
    switch (below(4)) {
        case 0:
            return line(v[1] + " or more", v[0]);
        case 1:
            return line(v[1] + " or less", v[2]);
        case 2:
            return line(v[2], v[0]);
        default:
            return line(v[1], "[" + v[0] + ", " + v[2] + "]");
    }
}

std::string curve(const std::string& kind) {
    const bool has_half = kind != "moment";
    if (has_half && chance(20)) return "        half: " + scale(kind)[2] + "\n";
    if (has_half && chance(20)) {
        const auto v = scale(kind);
        const bool more = chance(50);
        return "        median: " + v[more ? 1 : 3] + "\n        p10: " + v[more ? 3 : 1] + "\n";
    }
    return chance(50) ? full_and_none(kind) : steps_or_line(kind);
}

struct Measure {
    std::string kind;
    std::string text;
};

const std::vector<Measure>& plain_measures() {
    static const std::vector<Measure> measures{
        {"number", "n"},        {"number", "m"},    {"share", "part"},
        {"duration", "length"}, {"rate", "pace"},   {"moment", "born"},
        {"moment", "seen"},     {"yes/no", "flag"}, {"yes/no", "other"}};
    return measures;
}

Measure random_measure() {
    if (chance(40)) return one_of(plain_measures());
    const int depth = between(0, 3);
    switch (below(6)) {
        case 0:
            return {"share", random_share(depth)};
        case 1:
            return {"duration", random_duration(depth)};
        case 2:
            return {"rate", random_rate(depth)};
        case 3:
            return {"moment", random_moment(depth)};
        case 4:
            return {"number", random_number(depth)};
        default:
            return {"yes/no", random_yes_no(depth)};
    }
}

std::string quoted(const std::string& text) {
    return "'" + text + "'";
}

std::string rule(int number, const Measure& measure, bool plain) {
    std::string text = "      r" + std::to_string(number) + ":\n        title: {en: R}\n";
    text += "        points: " + word({"1", "2", "5", "0.5"}) + "\n";
    if (measure.kind == "yes/no") {
        text += "        pass: " + quoted(measure.text) + "\n";
        if (!plain && chance(30)) text += "        cap: " + word({"0%", "50%", "90%"}) + "\n";
    } else {
        text += "        measure: " + quoted(measure.text) + "\n" + curve(measure.kind);
    }
    if (!plain && chance(30)) text += "        if: " + quoted(random_yes_no(below(3))) + "\n";
    if (chance(30)) text += "        unknown: none\n";
    // In force, not yet, or no longer; both at once would be a period without a day.
    if (!plain && chance(20))
        text += word({"        from: 2026-11-20\n", "        until: 2026-11-19\n"});
    text += "        tip: {en: Do it for <gain>}\n        effort: " +
            word({"1 minute", "30 minutes per week", "5 minutes each"}) + "\n";
    return text;
}

std::string pillar(int number) {
    return "  p" + std::to_string(number) +
           ":\n    title: {en: P}\n    weight: " + word({"1", "30", "70"}) + "\n    rules:\n";
}

std::string cautions() {
    std::string text;
    const int count = below(3);
    for (int c = 0; c < count; ++c) {
        text += (c == 0 ? "cautions:\n" : "") + std::string("  c") + std::to_string(c) +
                ":\n    title: {en: C}\n    when: " + quoted(random_yes_no(below(3))) +
                "\n    text: {en: Beware}\n";
    }
    return text;
}

}  // namespace

std::string random_rulebook() {
    std::string text = Head;
    text += "pillars:\n";
    int number = 0;
    const int pillars = between(1, 3);
    for (int p = 0; p < pillars; ++p) {
        text += pillar(p);
        const int rules = between(1, 4);
        for (int r = 0; r < rules; ++r)
            text += rule(number++, random_measure(), false);
    }
    return text + cautions();
}

std::string separable_rulebook() {
    auto measures = plain_measures();
    std::string text = Head;
    text += "pillars:\n";
    int number = 0;
    const int pillars = between(1, 2);
    for (int p = 0; p < pillars; ++p) {
        text += pillar(p);
        const int rules = between(1, 2);
        for (int r = 0; r < rules; ++r) {
            const auto at = measures.begin() + below(static_cast<int>(measures.size()));
            text += rule(number++, *at, true);
            measures.erase(at);
        }
    }
    return text;
}

std::string promising_rulebook() {
    const auto kind = word({"number", "share", "duration", "rate", "moment"});
    const auto name =
        std::find_if(plain_measures().begin(), plain_measures().end(), [&](const Measure& m) {
            return m.kind == kind;
        })->text;
    return Head + std::string("pillars:\n") + pillar(0) +
           "      r:\n        title: {en: R}\n        points: 1\n        measure: " + name + "\n" +
           curve(kind) + "        better: " + word({"more", "less"}) + "\n";
}

}  // namespace colonnade::tests
