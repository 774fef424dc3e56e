// SPDX-License-Identifier: Apache-2.0
// What came out beside what was expected. Numbers are seen with as many decimals as the case
// writes, and shown with one at least, as results show them.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/cases/reason.hpp"
#include "engine/cases/run_case.hpp"
#include "engine/explain/value_text.hpp"
#include "engine/explain/words.hpp"

namespace colonnade::engine {
namespace {

using dsl::Amount;
using dsl::Expectation;
using dsl::Kind;
using What = Expectation::What;

// The last bits of a double are no difference.
constexpr double Slack = 1e-9;

// The base unit's worth of one unit as the case writes it.
double scale_of(const dsl::Display& display, Kind kind) {
    if (display.as_share) return 0.01;
    if (!display.has_unit) return 1;
    const double seconds = seconds_in(display.unit) * display.per;
    return kind == Kind::Rate ? 1 / seconds : seconds;
}

double rounded(double value, int decimals) {
    double scale = 1;
    for (int i = 0; i < decimals; ++i)
        scale *= 10;
    return std::round(value * scale) / scale;
}

bool is_right(const Amount& amount, Kind kind, const std::optional<double>& actual) {
    if (!actual || amount.unknown) return amount.unknown && !actual;
    const double scale = scale_of(amount.display, kind);
    const double seen = rounded(*actual / scale, amount.decimals);
    const double slack = Slack * std::max(1.0, std::abs(seen));
    return seen >= amount.low / scale - slack && seen <= amount.high / scale + slack;
}

// In the unit and with the decimals of the case, so that the two can be laid side by side.
std::string text_of(const Amount& amount, const dsl::Type& type, const dsl::Display& display,
                    const std::optional<double>& actual) {
    if (!actual) return "unknown";
    const bool plain = type.is(Kind::Number) || type.is(Kind::Share);
    if (amount.unknown || (amount.decimals <= 1 && !plain))
        return value_text(*actual, type, amount.display.has_unit ? amount.display : display, "en");
    const double scale = scale_of(amount.display, type.kind);
    const auto number = number_text(*actual / scale, std::max(amount.decimals, 1), "en");
    if (amount.display.as_share) return number + "%";
    if (!amount.display.has_unit) return number;
    const auto unit = unit_text(amount.display.unit, type.is(Kind::Rate), "en");
    if (type.is(Kind::Duration)) return fmt::format("{} {}", number, unit);
    return amount.display.per == 1
               ? fmt::format("{} per {}", number, unit)
               : fmt::format("{} per {} {}s", number, number_text(amount.display.per, "en"), unit);
}

std::string listed(const std::vector<std::string>& ids) {
    return ids.empty() ? "none" : fmt::format("{}", fmt::join(ids, ", "));
}

std::string id_of(const std::optional<RatingResult>& rating) {
    return rating ? rating->id : "none";
}

class Comparer {
public:
    Comparer(const dsl::Case& test, const ScoredBatch& scored, const std::string& language)
        : test_(test),
          scored_(scored),
          exact_(scored.explain(0, language)),
          shown_(scored.explain(0, language)) {
        round_result(shown_, 1);
    }

    std::vector<Check> compare() {
        for (const auto& expectation : test_.expectations)
            check(expectation);
        return std::move(checks_);
    }

private:
    struct At {
        std::size_t pillar = 0;
        std::size_t rule = 0;
    };

    At place_of(int rule) const {
        const auto pillar =
            static_cast<std::size_t>(scored_.loaded().program.rules[index(rule)].pillar);
        std::size_t first = 0;
        for (std::size_t p = 0; p < pillar; ++p)
            first += exact_.pillars[p].rules.size();
        return {pillar, index(rule) - first};
    }

    static std::size_t index(int i) { return static_cast<std::size_t>(i); }

    void check(const Expectation& e) {
        switch (e.what) {
            case What::Total:
                return number(e, "total", shown_.score, exact_.score, reason_of_total(shown_));
            case What::Low:
                return number(e, "low", shown_.low, exact_.low, reason_of_unknown(shown_));
            case What::High:
                return number(e, "high", shown_.high, exact_.high, reason_of_unknown(shown_));
            case What::Assessed:
                return add(e, "assessed", is_right(e.amount, Kind::Share, exact_.assessed),
                           text_of(e.amount, {Kind::Share}, {}, exact_.assessed),
                           reason_of_unknown(shown_));
            case What::Rating:
                return one_of(e, "rating", id_of(exact_.rating), reason_of_total(shown_));
            case What::PillarPoints:
            case What::PillarRating:
                return pillar(e);
            case What::Tips:
                return tips(e);
            case What::NoTips:
                return no_tips(e);
            case What::Cautions:
                return cautions(e);
            default:
                return rule(e);
        }
    }

    void pillar(const Expectation& e) {
        const auto& shown = shown_.pillars[index(e.pillar)];
        const auto reason = reason_of_pillar(shown);
        if (e.what == What::PillarRating)
            return one_of(e, shown.id + " rating", id_of(shown.rating), reason);
        number(e, shown.id, shown.points, exact_.pillars[index(e.pillar)].points, reason);
    }

    void rule(const Expectation& e) {
        const auto at = place_of(e.rule);
        const auto& shown = shown_.pillars[at.pillar].rules[at.rule];
        const auto& exact = exact_.pillars[at.pillar].rules[at.rule];
        const auto name = shown_.pillars[at.pillar].id + "." + shown.id;
        const auto reason = reason_of_rule(scored_, index(e.rule), shown);
        const bool assessed = shown.status == Status::Assessed;
        const auto when_assessed = [&](double value) {
            return assessed ? std::optional(value) : std::nullopt;
        };
        switch (e.what) {
            case What::RuleStatus:
                return one_of(e, name, std::string(status_text(shown.status)), reason);
            case What::RuleRating:
                return one_of(e, name + " rating", id_of(shown.rating), reason);
            case What::RulePoints:
                return number(e, name + " points", when_assessed(shown.points),
                              when_assessed(exact.points), reason);
            case What::RuleValue:
                return add(e, name + " value", is_right(e.amount, exact.type.kind, exact.value),
                           text_of(e.amount, exact.type, display_of(e.rule), exact.value), reason);
            default:
                return add(e, name, is_right(e.amount, Kind::Share, when_assessed(exact.share)),
                           assessed ? text_of(e.amount, {Kind::Share}, {}, exact.share)
                                    : std::string(status_text(shown.status)),
                           reason);
        }
    }

    const dsl::Display& display_of(int rule) const {
        const auto at = place_of(rule);
        return scored_.loaded().rulebook.pillars[at.pillar].rules[at.rule].curve.display;
    }

    void number(const Expectation& e, std::string what, const std::optional<double>& shown,
                const std::optional<double>& exact, std::string reason) {
        const auto& actual = e.amount.decimals == 1 ? shown : exact;
        add(e, std::move(what), is_right(e.amount, Kind::Number, actual),
            text_of(e.amount, {Kind::Number}, {}, actual), std::move(reason));
    }

    void one_of(const Expectation& e, std::string what, std::string actual, std::string reason) {
        const bool passed = e.ids.front() == actual;
        add(e, std::move(what), passed, std::move(actual), std::move(reason));
    }

    void tips(const Expectation& e) {
        std::vector<std::string> first;
        for (const auto& tip : shown_.tips) {
            if (first.size() < std::max<std::size_t>(e.ids.size(), 1)) first.push_back(tip.rule);
        }
        const bool passed = first == e.ids;
        add(e, "tips", passed, listed(first), reason_of_tips(scored_, shown_, e.ids));
    }

    void no_tips(const Expectation& e) {
        std::vector<std::string> given;
        for (const auto& tip : shown_.tips) {
            if (std::find(e.ids.begin(), e.ids.end(), tip.rule) != e.ids.end())
                given.push_back(tip.rule);
        }
        auto expected = e;
        expected.written = "none of " + e.written;
        add(expected, "no-tips", given.empty(), listed(given),
            reason_of_tips(scored_, shown_, given));
    }

    void cautions(const Expectation& e) {
        std::vector<std::string> raised;
        for (const auto& caution : exact_.cautions)
            raised.push_back(caution.id);
        auto expected = e.ids;
        auto actual = raised;
        std::sort(expected.begin(), expected.end());
        std::sort(actual.begin(), actual.end());
        add(e, "cautions", expected == actual, listed(raised), reason_of_cautions(scored_, e.ids));
    }

    void add(const Expectation& e, std::string what, bool passed, std::string actual,
             std::string reason) {
        checks_.push_back(
            {std::move(what), e.written, std::move(actual), std::move(reason), passed});
    }

    const dsl::Case& test_;
    const ScoredBatch& scored_;
    Result exact_;
    Result shown_;
    std::vector<Check> checks_;
};

}  // namespace

std::vector<Check> compare(const dsl::Case& test, const ScoredBatch& scored,
                           const std::string& language) {
    return Comparer(test, scored, language).compare();
}

}  // namespace colonnade::engine
