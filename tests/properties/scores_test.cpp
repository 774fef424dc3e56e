// SPDX-License-Identifier: Apache-2.0
// Any rulebook on any profile: scores within their bounds, bounds that hold whatever becomes known
// and are exact where they can be, figures that add up, and tips that keep their promise.
#include <rapidcheck/catch.h>

#include <cmath>

#include "engine/explain/scored_batch.hpp"
#include "tests/properties/dice.hpp"
#include "tests/properties/failing_at.hpp"
#include "tests/properties/random_profile.hpp"
#include "tests/properties/random_rulebook.hpp"
#include "tests/support/world.hpp"

using namespace colonnade;
using namespace colonnade::tests;

namespace {

// Sums over hundreds of points end a few bits beside the exact value.
constexpr double Slack = 1e-9;

std::unique_ptr<Book> book_for(const std::string& text) {
    auto book = read_everything(text);
    for (const auto& finding : book->findings) {
        if (dsl::severity_of(finding.code) == dsl::Severity::Error) RC_FAIL(text + finding.message);
    }
    return book;
}

// A case in words, for failures.
std::string told(const std::string& text, const PlainProfile& profile) {
    return text + to_json(profile, everything());
}

struct Scored {
    engine::Batch batch;
    ColumnFunctions functions;
    engine::ScoredBatch scores;

    Scored(const Book& book, const std::vector<PlainProfile>& profiles)
        : batch(batch_of(book, documents(profiles))), scores(book.loaded, batch, functions) {}

    static std::vector<std::string> documents(const std::vector<PlainProfile>& profiles) {
        std::vector<std::string> all;
        for (const auto& profile : profiles)
            all.push_back(to_json(profile, everything()));
        return all;
    }
};

std::int64_t units(double value, int decimals) {
    return std::llround(value * std::pow(10, decimals));
}

void check_sums(const std::string& tale, const engine::Result& result, int decimals) {
    std::int64_t pillars = 0;
    std::int64_t of_pillars = 0;
    for (const auto& pillar : result.pillars) {
        std::int64_t rules = 0;
        std::int64_t of_rules = 0;
        for (const auto& rule : pillar.rules) {
            if (rule.points < 0) RC_FAIL(tale + "\na rule with less than no points");
            if (pillar.withheld == 0 && rule.points > rule.of)
                RC_FAIL(tale + "\nmore points than there are for " + rule.id);
            rules += units(rule.points, decimals);
            of_rules += units(rule.of, decimals);
        }
        if (!pillar.points) continue;
        const auto points = units(*pillar.points, decimals);
        if (rules + units(pillar.withheld, decimals) != points)
            RC_FAIL(tale + "\nrules do not add up in " + pillar.id);
        if (of_rules != units(pillar.of, decimals)) RC_FAIL(tale + "\n`of` does not add up");
        if (pillar.low > *pillar.points || pillar.high < *pillar.points)
            RC_FAIL(tale + "\nbounds of " + pillar.id);
        if (*pillar.points > pillar.of) RC_FAIL(tale + "\nmore points than there are");
        pillars += points;
        of_pillars += units(pillar.of, decimals);
    }
    if (!result.score) return;
    if (pillars != units(*result.score, decimals)) RC_FAIL(tale + "\npillars do not add up");
    if (of_pillars != units(100, decimals)) RC_FAIL(tale + "\npillars are not of 100");
    if (result.low > *result.score || result.high < *result.score) RC_FAIL(tale + "\nbounds");
    for (const auto& tip : result.tips) {
        if (tip.gain && units(*tip.gain, decimals) <= 0) RC_FAIL(tale + "\na tip gains nothing");
    }
}

std::size_t index_of(const Book& book, const std::string& id) {
    std::size_t index = 0;
    for (const auto& pillar : book.loaded.rulebook.pillars) {
        for (const auto& rule : pillar.rules) {
            if (pillar.id + "." + rule.id == id) return index;
            ++index;
        }
    }
    throw std::runtime_error("no rule " + id);
}

const dsl::Rule& rule_at(const Book& book, std::size_t index) {
    for (const auto& pillar : book.loaded.rulebook.pillars) {
        if (index < pillar.rules.size()) return pillar.rules[index];
        index -= pillar.rules.size();
    }
    throw std::runtime_error("no such rule");
}

std::size_t raised(const Scored& scored, const Book& book) {
    std::size_t count = 0;
    for (const int caution : book.loaded.program.cautions) {
        const auto& slot = scored.scores.evaluator().slot(caution);
        if (slot.known[0] != 0 && slot.value[0] != 0) ++count;
    }
    return count;
}

// Where the measure is a fact, moving the node is moving the fact: a second way to the same score.
void check_tip(const std::string& tale, const Book& book, const PlainProfile& profile,
               const engine::TipResult& tip) {
    const auto index = index_of(book, tip.rule);
    const auto& rule = rule_at(book, index);
    const auto& node = book.loaded.rulebook.nodes.at(rule.measure);
    if (node.op != dsl::Op::Fact || !tip.gain) return;
    const auto& name = everything().facts[static_cast<std::size_t>(node.fact)].name;
    const auto value = find_in(profile.facts, name);
    if (!value) return;
    auto moved = profile;
    moved.facts[name] = dsl::target_from(rule.curve, std::get<double>(*value));
    const Scored before(book, {profile});
    const Scored after(book, {moved});
    const auto total = after.scores.score(0).total;
    if (!total || std::abs(*total - tip.score_after.value_or(-1)) > Slack)
        RC_FAIL(tale + "\n" + tip.rule + " promises " + std::to_string(*tip.score_after) +
                " and gives " + std::to_string(total.value_or(-1)));
    if (raised(after, book) > raised(before, book)) RC_FAIL(tale + "\na tip raises a caution");
}

}  // namespace

TEST_CASE("a score lies within its bounds and from 0 to 100", "[properties]") {
    rc::prop("of any profile", [] {
        const auto text = random_rulebook();
        const auto book = book_for(text);
        const auto profile = random_profile(one_of(std::vector<int>{80, 100, 40}));
        const Scored scored(*book, {profile});
        const auto& score = scored.scores.score(0);
        const bool within =
            0 <= score.low && score.low <= score.high && score.high <= 100 &&
            (!score.total || (score.low <= *score.total && *score.total <= score.high)) &&
            score.assessed >= 0 && score.assessed <= 1;
        if (!within) RC_FAIL(told(text, profile));
        for (const auto& pillar : score.pillars) {
            if (pillar.points && (*pillar.points < 0 || *pillar.points > pillar.of + Slack ||
                                  pillar.low > *pillar.points || pillar.high < *pillar.points))
                RC_FAIL(told(text, profile));
        }
    });
}

TEST_CASE("bounds of a score hold whatever becomes known", "[properties]") {
    rc::prop("for partial and whole completions", [] {
        const auto text = random_rulebook();
        const auto book = book_for(text);
        const auto profile = random_profile(one_of(std::vector<int>{70, 90, 40}));
        const Scored scored(*book, {profile});
        const auto& score = scored.scores.score(0);
        for (int i = 0; i < 6; ++i) {
            const auto whole = completed(profile, one_of(std::vector<int>{100, 60, 90}));
            const Scored later(*book, {whole});
            const auto& narrowed = later.scores.score(0);
            // Without a single rule that applies there is no score, and then 0 to 100.
            if (!narrowed.total) continue;
            const double total = *narrowed.total;
            if (total >= score.low - Slack && total <= score.high + Slack &&
                narrowed.low >= score.low - Slack && narrowed.high <= score.high + Slack)
                continue;
            RC_FAIL(told(text, profile) + "\nbecame " + to_json(whole, everything()) +
                    "\nand scores " + std::to_string(total) + ", bounds " +
                    std::to_string(score.low) + " to " + std::to_string(score.high) + ", then " +
                    std::to_string(narrowed.low) + " to " + std::to_string(narrowed.high));
        }
    });
}

TEST_CASE("a call that fails for one profile is nothing to another", "[properties]") {
    rc::prop("and its own bounds hold what the call would have given", [] {
        const auto text = random_rulebook();
        const auto book = book_for(text);
        const auto failing = random_profile(90);
        auto other = random_profile(90);
        other.as_of = failing.as_of + 1;
        const Scored without(*book, {failing, other});
        FailingAt functions(without.batch.as_of[0]);
        const engine::ScoredBatch with(book->loaded, without.batch, functions);
        const auto& same = without.scores.score(1);
        if (with.score(1).total != same.total || with.score(1).low != same.low ||
            with.score(1).high != same.high)
            RC_FAIL(told(text, other));
        const auto& narrow = without.scores.score(0);
        const auto& wide = with.score(0);
        if (narrow.total && (wide.low > narrow.low + Slack || wide.high < narrow.high - Slack))
            RC_FAIL(told(text, failing));
    });
}

TEST_CASE("without unknowns the bounds are the score", "[properties]") {
    rc::prop("exactly, rounded too", [] {
        const auto text = random_rulebook();
        const auto book = book_for(text);
        const auto profile = random_profile(100);
        const Scored scored(*book, {profile});
        const auto& score = scored.scores.score(0);
        if (!score.total) return;
        // A function that always fails leaves its rules open.
        if (score.low != *score.total || score.high != *score.total) RC_FAIL(told(text, profile));
        for (const int decimals : {1, 4}) {
            auto result = scored.scores.explain(0, "en");
            engine::round_result(result, decimals);
            if (result.low != *result.score || result.high != *result.score)
                RC_FAIL(told(text, profile) + "\nrounded bounds");
        }
    });
}

TEST_CASE("shown figures add up", "[properties]") {
    rc::prop("with one decimal and with four", [] {
        const auto text = random_rulebook();
        const auto book = book_for(text);
        const auto profile = random_profile(one_of(std::vector<int>{80, 100, 40}));
        const Scored scored(*book, {profile});
        for (const int decimals : {1, 4}) {
            auto result = scored.scores.explain(0, "en");
            engine::round_result(result, decimals);
            check_sums(told(text, profile), result, decimals);
        }
    });
}

TEST_CASE("tips keep their promise", "[properties]") {
    rc::prop("score, gain and cautions", [] {
        const auto text = random_rulebook();
        const auto book = book_for(text);
        const auto profile = random_profile(one_of(std::vector<int>{90, 100, 60}));
        const Scored scored(*book, {profile});
        const auto result = scored.scores.explain(0, "en");
        for (const auto& tip : result.tips) {
            if (tip.gain && !(*tip.gain > 0)) RC_FAIL(told(text, profile) + "\nno gain");
            if (!tip.gain && tip.needs.empty()) RC_FAIL(told(text, profile) + "\nneeds nothing");
            check_tip(told(text, profile), *book, profile, tip);
        }
    });
}

TEST_CASE("a curve that promises better keeps it", "[properties]") {
    rc::prop("for rising values", [] {
        const auto text = promising_rulebook();
        const auto book = read_everything(text);
        if (book->has_errors) return;
        const auto& rule = book->loaded.rulebook.pillars.front().rules.front();
        const bool more = text.find("better: more") != std::string::npos;
        std::vector<double> values{-1e12, 0, 1e12};
        for (const auto& point : rule.curve.points) {
            for (const double factor : {0.5, 0.999, 1.0, 1.001, 2.0})
                values.push_back(point.at * factor);
        }
        for (int i = 0; i < 20; ++i)
            values.push_back(below(1000) * (rule.curve.half + rule.curve.median) / 100);
        std::sort(values.begin(), values.end());
        for (std::size_t i = 1; i < values.size(); ++i) {
            const double step =
                dsl::share_at(rule.curve, values[i]) - dsl::share_at(rule.curve, values[i - 1]);
            if ((more ? step : -step) < -1e-12) RC_FAIL(text);
        }
    });
}
